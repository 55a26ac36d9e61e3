import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { makeTestFolder } from '../kernel/server'

const root = path.resolve(__dirname, '..', '..')
const started: ChildProcess[] = []

afterAll(async () => {
  for (const server of started) if (server.exitCode === null && !server.killed) await end(server, 'SIGKILL')
})

async function findFreePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as net.AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** Runs what `npm start` runs, in surroundings that know nothing of this test run. */
async function start(dataDir: string, port: number): Promise<{ server: ChildProcess; seconds: number }> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DEMO: 'on' }
  for (const name of Object.keys(env)) if (!/^(PATH|HOME|NODE_ENV|DEMO)$/i.test(name)) delete env[name]
  const args = ['functions/local/start.mjs', '--data', dataDir, '--port', String(port)]
  const server = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(server)
  let said = ''
  server.stderr?.on('data', (text) => {
    said += text
  })
  for await (const line of createInterface({ input: server.stdout! })) {
    said += `${line}\n`
    const seconds = /is ready after ([\d.]+) s/.exec(line)?.[1]
    if (!seconds) continue
    server.stdout?.resume()
    return { server, seconds: Number(seconds) }
  }
  throw new Error(`npm start ended:\n${said}`)
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const gone = once(server, 'exit')
  server.kill(signal)
  return (await gone)[0]
}

test('npm start keeps through kill -9 what it answered, and is up again in under 5 seconds', async () => {
  const dataDir = path.join(makeTestFolder(), 'data')
  const port = await findFreePort()
  const ask = async (address: string, options?: RequestInit) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, options)
    return { status: answer.status, body: answer.ok ? await answer.json() : await answer.text() }
  }
  const first = await start(dataDir, port)
  expect(await ask('/api/health')).toMatchObject({ status: 200 })
  const { persons } = (await ask('/api/session/persons')).body
  const opened = await ask('/api/session/demo', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: persons[0].personId, device: '试' }),
  })
  expect(opened.status).toBe(200)
  await end(first.server, 'SIGKILL')

  const second = await start(dataDir, port)
  expect(second.seconds).toBeLessThan(5)
  const sessions = await ask('/api/sessions', { headers: { authorization: `Bearer ${opened.body.token}` } })
  expect(sessions.status).toBe(200)
  expect(await end(second.server, 'SIGINT')).toBe(0)
}, 180_000)
