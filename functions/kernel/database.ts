import type { Writable } from 'node:stream'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import * as schema from '../../db/schema'

export type Db = NodePgDatabase<typeof schema>

interface Prepared {
  execute(values?: Record<string, unknown>): Promise<unknown>
}
interface Preparable {
  prepare(name: string): Prepared
}
type Rows<Q extends Preparable> = Awaited<ReturnType<ReturnType<Q['prepare']>['execute']>>

/** One connection with its prepared statements. Queries go out at once and are answered in order. */
export class Connection {
  readonly db: Db
  private readonly prepared = new Map<string, Prepared>()
  private readonly stream: Writable
  private gathering = false
  /** Why nothing more may be asked, once the commit has been sent. */
  sealed: string | undefined

  constructor(readonly client: PoolClient) {
    this.db = drizzle(client, { schema })
    // no type names it, but a driver's own queries are handed the same
    this.stream = (client as unknown as { connection: { stream: Writable } }).connection.stream
  }

  /** What is asked before the next wait leaves as one packet: a batch costs one system call, not one a statement. */
  gather(): void {
    if (this.gathering) return
    this.gathering = true
    this.stream.cork()
    process.nextTick(() => {
      this.gathering = false
      this.stream.uncork()
    })
  }

  /** Runs now; the words stay prepared on this connection under the name. */
  async run<Row extends QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<Row[]> {
    this.mayAsk()
    const { rows } = await this.client.query<Row>({ name: namesPrepared ? name : undefined, text, values })
    return rows
  }

  execute<Q extends Preparable>(
    name: string,
    build: (db: Db) => Q,
    values: Record<string, unknown>,
  ): Promise<Rows<Q>> {
    this.mayAsk()
    let statement = this.prepared.get(name)
    if (!statement) {
      statement = build(this.db).prepare(namesPrepared ? name : '')
      this.prepared.set(name, statement)
    }
    return statement.execute(values) as Promise<Rows<Q>>
  }

  private mayAsk() {
    if (this.sealed) throw new Error(this.sealed)
    this.gather()
  }
}

// older poolers in transaction mode lose named statements; the words are the same without a name
const namesPrepared = process.env.DATABASE_UNNAMED !== 'on'

/** A statement in drizzle's words, prepared once for each connection. */
export const statement =
  <P extends Record<string, unknown>, Q extends Preparable>(name: string, build: (db: Db) => Q) =>
  (tx: Connection, values: P): Promise<Rows<Q>> =>
    tx.execute(name, build, values)

/** A statement in SQL's own words, where drizzle has none for it. */
export const query =
  <Row extends QueryResultRow>(name: string, text: string) =>
  (tx: Connection, values: unknown[] = []): Promise<Row[]> =>
    tx.run<Row>(name, text, values)

export interface Database {
  /** Lends a connection; it comes back clean, or not at all. */
  lend<T>(work: (connection: Connection) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openDatabase(url: string, most = 10): Database {
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    pipeline: true,
    allowExitOnIdle: true,
  })
  // an idle connection that the server closed is replaced at the next use
  pool.on('error', () => {})
  const connections = new WeakMap<PoolClient, Connection>()
  let checked: Promise<void> | undefined

  return {
    async lend(work) {
      checked ??= refuseMasters(pool).catch((error) => {
        checked = undefined
        throw error
      })
      await checked
      const client = await pool.connect()
      let connection = connections.get(client)
      if (!connection) {
        connection = new Connection(client)
        connections.set(client, connection)
        // one that breaks while it is lent fails its query and is replaced; nobody else need hear of it
        client.on('error', () => {})
      }
      connection.sealed = undefined
      try {
        return await work(connection)
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** Row-level security binds only a role that neither owns the tables nor stands above it: the server refuses any other. */
async function refuseMasters(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; master: boolean }>(`
    select current_user as role, r.rolsuper or r.rolbypassrls
      or exists (select 1 from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                 and pg_has_role(current_user, c.relowner, 'member')) as master
    from pg_roles r where r.rolname = current_user`)
  if (rows[0]!.master)
    throw new Error(
      `DATABASE_URL connects as ${rows[0]!.role}, which row-level security does not bind; use the role app`,
    )
}
