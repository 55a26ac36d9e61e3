import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Client } from 'pg'
import { type Database, openDatabase } from '../../functions/kernel/database'
import { handleApi } from '../../functions/kernel/handle'
import { verbs } from '../../functions/verbs'
import { contract, type EndpointName, type Input, type Output } from '../../shared/contract'
import { fillPath } from '../../shared/kernel/endpoint'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { freshDatabase, type TestDatabase } from './database'

export interface Answer<T> {
  status: number
  body: T
}

/** The whole path over real HTTP, on a database of its own, with the clock in the test's hand. */
export interface TestApi {
  url: string
  database: TestDatabase
  /** The doors' own pool, to look at or wrap. */
  pool: Database
  now: Date
  faults: unknown[]
  send(
    method: string,
    path: string,
    options?: { token?: string; body?: string | Buffer; headers?: Record<string, string> },
  ): Promise<Answer<unknown>>
  /** Asks and tells whatever came. */
  ask<N extends EndpointName>(
    token: string | undefined,
    name: N,
    input: Input<N>,
  ): Promise<Answer<Output<N> | ErrorBody>>
  /** Asks for what must succeed. */
  get<N extends EndpointName>(token: string | undefined, name: N, input: Input<N>): Promise<Output<N>>
  /** Asks for what must be refused, and tells the code. */
  refusal<N extends EndpointName>(token: string | undefined, name: N, input: Input<N>): Promise<string>
  owner<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export async function openApi({
  demo = false,
  now = new Date('2026-11-21T02:00:00Z'),
  wrap = (d: Database) => d,
} = {}): Promise<TestApi> {
  const database = await freshDatabase({ demo })
  const pool = wrap(openDatabase(database.urls.app))
  const faults: unknown[] = []
  const owner = new Client({ connectionString: database.urls.owner })
  await owner.connect()
  const api: Partial<TestApi> = { database, pool, now, faults }
  const handle = handleApi({
    verbs,
    database: pool,
    clock: () => api.now!,
    tellFault: (_id, _name, error) => faults.push(error),
  })
  const server = http.createServer((req, res) => void handle(req, res))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const send: TestApi['send'] = async (method, path, { token, body, headers } = {}) => {
    const res = await fetch(url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
    return { status: res.status, body: (await res.json()) as unknown }
  }
  const ask: TestApi['ask'] = async (token, name, input) => {
    const { method, path } = contract[name]
    const { path: filled, rest } = fillPath(path, input)
    const query = method === 'GET' ? new URLSearchParams(rest as Record<string, string>).toString() : ''
    const answer = await send(method, query ? `${filled}?${query}` : filled, {
      ...(token !== undefined && { token }),
      ...(method === 'POST' && { body: JSON.stringify(rest) }),
    })
    return answer as Answer<never>
  }
  return Object.assign(api, {
    url,
    send,
    ask,
    async get(token: string | undefined, name: EndpointName, input: never) {
      const { status, body } = await ask(token, name, input)
      if (status !== 200)
        throw new Error(`${name} answered ${status}: ${JSON.stringify(body)} ${faults.map(String).join()}`)
      return body
    },
    async refusal(token: string | undefined, name: EndpointName, input: never) {
      const { status, body } = await ask(token, name, input)
      if (status === 200) throw new Error(`${name} was not refused: ${JSON.stringify(body)}`)
      return (body as ErrorBody).code
    },
    owner: async (sql: string, values: unknown[] = []) => (await owner.query(sql, values)).rows,
    async close() {
      await new Promise((closed) => {
        server.close(closed)
        server.closeAllConnections()
      })
      await owner.end()
      await pool.close()
      await database.drop()
    },
  }) as TestApi
}
