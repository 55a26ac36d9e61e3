import { Pool, type PoolClient, type QueryResultRow } from 'pg'
import { Asked, Batch, Prepared } from './batch'
import { settings } from './settings'

/** One connection with its prepared statements. What is asked before the next wait goes out, and is answered, at once. */
export class Connection {
  private readonly prepared = new Prepared()
  private waiting: Asked[] = []
  private underway = false
  /** Why nothing more may be asked, once the commit has been sent. */
  sealed: string | undefined

  constructor(readonly client: PoolClient) {}

  /** Runs now; the words stay prepared on this connection under the name. */
  async run<Row extends QueryResultRow>(name: string, text: string, values: unknown[] = []): Promise<Row[]> {
    if (this.sealed) throw new Error(this.sealed)
    try {
      return (await this.ask(settings().namesPrepared ? name : '', text, values)) as Row[]
    } catch (error) {
      if (error instanceof Error) Error.captureStackTrace(error) // leads back to who asked, not to the socket
      throw error
    }
  }

  private ask(name: string, text: string, values: unknown[]): Promise<QueryResultRow[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push(new Asked(this.prepared, name, text, values, resolve, reject))
      if (this.waiting.length === 1) process.nextTick(() => this.send())
    })
  }

  private send(): void {
    if (this.underway || this.waiting.length === 0) return
    const asked = this.waiting
    this.waiting = []
    this.underway = true
    this.client.query(
      new Batch(asked, this.prepared, () => {
        this.underway = false
        this.send()
      }),
    )
  }
}

/** A statement, prepared once for each connection under its name. */
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
