import type { MeasuredServer } from './serving'
import { type Request, Wire } from './wire'

/** One of two that are measured side by side. */
export interface Contestant {
  server: MeasuredServer
  /** A fresh request each time. */
  next: () => Request
}

export interface Measured {
  /** Of the server's process, a request, at eight connections. */
  cpuMicroseconds: number
  p50: number
  p99: number
}

const rounds = 8
const alone = 250
const together = 800
const connections = 8

/** Rounds of both, one after the other, so that whatever else the machine does hits both alike. */
export async function measure(pair: Contestant[], betweenRounds: () => Promise<void>): Promise<Measured[]> {
  const cpu: number[][] = pair.map(() => [])
  const latency: number[][] = pair.map(() => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [i, { server, next }] of pair.entries()) {
      const before = await latencyOf(server, next)
      const used = await cpuOf(server, next)
      await betweenRounds()
      if (round === 0) continue // warms up what is compiled, planned and cached
      latency[i]!.push(...before)
      cpu[i]!.push(used)
    }
  }
  return pair.map((_, i) => ({
    cpuMicroseconds: quantile(cpu[i]!, 0.5),
    p50: quantile(latency[i]!, 0.5),
    p99: quantile(latency[i]!, 0.99),
  }))
}

async function latencyOf({ port }: MeasuredServer, next: () => Request): Promise<number[]> {
  const wire = await Wire.open(port)
  const times: number[] = []
  for (let i = 0; i < alone; i++) times.push((await askWell(wire, next())).microseconds)
  wire.close()
  return times
}

async function cpuOf(server: MeasuredServer, next: () => Request): Promise<number> {
  const wires = await Promise.all(Array.from({ length: connections }, () => Wire.open(server.port)))
  const before = await server.cpu()
  let left = together
  const work = async (wire: Wire) => {
    while (left-- > 0) await askWell(wire, next())
  }
  await Promise.all(wires.map(work))
  const used = (await server.cpu()) - before
  for (const wire of wires) wire.close()
  return used / together
}

export async function askWell(wire: Wire, request: Request) {
  const answer = await wire.ask(request)
  if (answer.status !== 200)
    throw new Error(`${request.method} ${request.path}: ${answer.status} ${answer.text}`)
  return answer
}

export function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!
}
