import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { EndpointName } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { readBody } from './body'
import type { Database } from './database'
import { parseInput } from './parse'
import { Refused } from './refused'
import { findRoute } from './route'
import { runVerb } from './run'
import { settings } from './settings'
import type { Verb } from './verb'

export type Clock = () => Date

export interface ApiOptions {
  verbs: Record<EndpointName, Verb>
  database: Database
  clock?: Clock
  /** Where faults are told: with the request's id, never with what was sent. */
  tellFault?: (requestId: string, endpoint: string, error: unknown) => void
}

export const tellFaultToLog: NonNullable<ApiOptions['tellFault']> = (requestId, endpoint, error) =>
  console.error(
    JSON.stringify({ requestId, endpoint, fault: error instanceof Error ? error.stack : String(error) }),
  )

/** The one handler behind every endpoint: finds it, parses, authenticates, runs the verb, answers in the contract's shape. */
export function handleApi({
  verbs,
  database,
  clock = () => new Date(),
  tellFault = tellFaultToLog,
}: ApiOptions) {
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const requestId = randomUUID()
    let name: EndpointName | undefined
    try {
      const [path, query] = splitAddress(req.url ?? '/')
      const route = findRoute(req.method ?? 'GET', path)
      name = route.name
      const given = req.method === 'GET' ? readQuery(query) : await readBody(req)
      const input = parseInput(name, Object.assign(given, route.params))
      const output = await runVerb(verbs[name], {
        database,
        token: bearer(req),
        input,
        now: clock(),
        address: addressOf(req),
      })
      send(res, 200, output, requestId)
    } catch (error) {
      if (error instanceof Refused) return send(res, error.status, error.body(requestId), requestId)
      tellFault(requestId, name ?? req.method ?? '', error)
      const body: ErrorBody = { code: 'fault', message: '系统出了点问题，已经记下，请稍后再试', requestId }
      send(res, 500, body, requestId)
    }
  }
}

function splitAddress(url: string): [path: string, query: string] {
  const at = url.indexOf('?')
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}

const readQuery = (query: string): Record<string, string> =>
  query === '' ? {} : Object.fromEntries(new URLSearchParams(query))

function bearer(req: IncomingMessage): string | undefined {
  const match = /^Bearer ([\w-]{20,100})$/.exec(req.headers.authorization ?? '')
  return match?.[1]
}

/** For counting how often somebody without a session knocks; the platform's own header where there is one. */
function addressOf(req: IncomingMessage): string {
  const told = settings().proxied ? (req.headers['x-real-ip'] ?? req.headers['x-forwarded-for']) : undefined
  const first = Array.isArray(told) ? told[0] : told?.split(',')[0]
  return (first ?? req.socket.remoteAddress ?? 'unknown').trim().slice(0, 60)
}

function send(res: ServerResponse, status: number, body: unknown, requestId: string): void {
  const text = JSON.stringify(body)
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
  })
  res.end(text)
}
