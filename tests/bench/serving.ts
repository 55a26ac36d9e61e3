import { fork } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>
type Message = { port: number } | { cpuMicroseconds: number }

/** In the server's own process: serves, and tells the processor time it has used whenever it is asked. */
export function serveMeasured(handle: Handler): void {
  const server = createServer((req, res) => {
    handle(req, res).catch((fault: unknown) => {
      console.error(fault)
      res.destroy()
    })
  })
  const tell = (message: Message) => process.send!(message)
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    tell({ cpuMicroseconds: user + system })
  })
  process.on('disconnect', () => process.exit())
  server.listen(0, '127.0.0.1', () => tell({ port: (server.address() as AddressInfo).port }))
}

export interface MeasuredServer {
  port: number
  /** Processor time of the server's process so far. */
  cpu(): Promise<number>
  stop(): void
}

/** Starts a bundle that calls `serveMeasured` in a process of its own. */
export async function startServer(name: string, env: Record<string, string>): Promise<MeasuredServer> {
  const child = fork(path.join(__dirname, `${name}.cjs`), { env: { ...process.env, ...env } })
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`))),
  )
  ended.catch(() => {}) // told to whoever waits for a message
  const hear = () => Promise.race([ended, new Promise<Message>((resolve) => child.once('message', resolve))])
  const started = await hear()
  if (!('port' in started)) throw new Error(`${name} told no port`)
  return {
    port: started.port,
    async cpu() {
      const told = hear()
      child.send('cpu')
      const answer = await told
      if (!('cpuMicroseconds' in answer)) throw new Error(`${name} told no time`)
      return answer.cpuMicroseconds
    },
    stop: () => child.disconnect(),
  }
}
