import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Client, DatabaseError } from 'pg'
import { CannotStart } from './cannotStart'

export interface MigrateOptions {
  /** The folder that holds the numbered SQL files. */
  migrations: string
  ownerUrl: string
  appPassword: string
  tickPassword: string
  say?: (line: string) => void
}

export interface Migrated {
  applied: string[]
  /** The newest migration that the database is at. */
  at: string
}

interface Migration {
  name: string
  sql: string
  hash: string
}

// any number of our own: whoever migrates holds it
const migrationLock = 7_203_114

export function readMigrations(folder: string): Migration[] {
  return fs
    .readdirSync(folder)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = fs.readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n')
      return { name: file.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Brings a database to the newest migration. Two at once are safe: the second waits and finds nothing to do. */
export async function migrate(options: MigrateOptions): Promise<Migrated> {
  const { ownerUrl, say = () => {} } = options
  const migrations = readMigrations(options.migrations)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [migrationLock])
    await checkServer(owner, migrations)
    await ensureRole(owner, ownerUrl, 'app', options.appPassword)
    await ensureRole(owner, ownerUrl, 'tick', options.tickPassword)
    await owner.query(`create table if not exists migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    await owner.query('grant select on migration to app, tick')
    const pending = await findPending(owner, migrations)
    for (const migration of pending) {
      say(`migration ${migration.name}`)
      await apply(owner, migration)
    }
    return { applied: pending.map(({ name }) => name), at: migrations.at(-1)?.name ?? '' }
  } finally {
    await owner.end()
  }
}

async function findPending(owner: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await owner.query<{ name: string; hash: string }>('select name, hash from migration')
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]))
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = rows.find(({ name }) => !known.has(name))
  if (unknown)
    throw new CannotStart(
      `The database has the migration ${unknown.name}, which this checkout does not know: it is newer than the code. ` +
        'Take the newer code, or start with other data.',
    )
  for (const { name, hash } of migrations)
    if (applied.has(name) && applied.get(name) !== hash)
      throw new CannotStart(
        `The migration ${name} was changed after this database applied it. ` +
          'Put it back and write the change as a new migration, or start with fresh data.',
      )
  const pending = migrations.filter(({ name }) => !applied.has(name))
  const newest =
    rows
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? ''
  const late = pending.find(({ name }) => name < newest)
  if (late)
    throw new CannotStart(
      `The migration ${late.name} comes before ${newest}, which is applied: give it a later number.`,
    )
  return pending
}

async function apply(owner: Client, { name, sql, hash }: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(sql)
    await owner.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await owner.query('commit')
  } catch (fault) {
    await owner.query('rollback')
    if (fault instanceof DatabaseError && fault.position) {
      const line = sql.slice(0, Number(fault.position)).split('\n').length
      fault.message = `${name}.sql, line ${line}: ${fault.message}`
    } else if (fault instanceof Error) fault.message = `${name}.sql: ${fault.message}`
    throw fault
  }
}

async function checkServer(owner: Client, migrations: Migration[]): Promise<void> {
  const { rows } = await owner.query<{ version: number; encoding: string; chinese: boolean }>(
    `select current_setting('server_version_num')::int as version,
       current_setting('server_encoding') as encoding, '水' ~ '[[:alpha:]]' as chinese`,
  )
  const [server] = rows
  if (!server || server.version < 160_000) throw new CannotStart('The database must be Postgres 16 or later.')
  if (server.encoding !== 'UTF8')
    throw new CannotStart(`The database's encoding is ${server.encoding}: create it with UTF8.`)
  if (!server.chinese)
    throw new CannotStart(
      "The database's locale does not know Chinese letters, so search would find nothing: create it with " +
        "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' TEMPLATE template0.",
    )
  const wanted = migrations.flatMap(({ sql }) =>
    [...sql.matchAll(/create extension (?:if not exists )?"?([\w-]+)/gi)].map((found) => found[1]),
  )
  const { rows: missing } = await owner.query<{ name: string }>(
    'select name from unnest($1::text[]) name where name not in (select name from pg_available_extensions)',
    [wanted],
  )
  if (missing.length)
    throw new CannotStart(`The database lacks the extensions ${missing.map(({ name }) => name).join(', ')}.`)
}

// `app` must be bound by row-level security: neither of these may be true of it
const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole'

async function ensureRole(owner: Client, ownerUrl: string, role: 'app' | 'tick', password: string) {
  const findRole = async () =>
    (
      await owner.query<{ bound: boolean }>(
        `select rolcanlogin and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole) as bound
         from pg_roles where rolname = $1`,
        [role],
      )
    ).rows[0]
  const secret = owner.escapeLiteral(password)
  try {
    const found = await findRole()
    if (!found) await owner.query(`create role ${role} ${attributes} password ${secret}`)
    else if (!found.bound || !(await canLogIn(ownerUrl, role, password)))
      await owner.query(`alter role ${role} ${attributes} password ${secret}`)
  } catch (fault) {
    const code = fault instanceof DatabaseError ? fault.code : undefined
    // roles belong to the whole server: a migration of another database may have been faster
    if ((code === '42710' || code === '23505' || code === 'XX000') && (await findRole())?.bound) return
    if (code !== '42501') throw fault
    throw new CannotStart(
      `The database's role ${role} is missing, has another password or may do too much, and the user of ` +
        `DATABASE_OWNER_URL may not change that. Let an administrator run:\n` +
        `  create role ${role} ${attributes} password '…';\n(or "alter role" if it exists)`,
    )
  }
}

async function canLogIn(ownerUrl: string, role: string, password: string): Promise<boolean> {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = encodeURIComponent(password)
  const client = new Client({ connectionString: url.href })
  try {
    await client.connect()
    return true
  } catch (fault) {
    if (fault instanceof DatabaseError && fault.code === '28P01') return false
    throw fault
  } finally {
    await client.end()
  }
}
