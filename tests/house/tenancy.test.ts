import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { Client } from 'pg'
import * as schema from '../../db/schema'
import { freshDatabase, type TestDatabase } from '../kernel/database'

interface TableFacts {
  name: string
  forced: boolean
  key: string[]
  writes: string[]
}

const facts = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
    coalesce((select array_agg(a.attname::text order by k.n) from pg_index i
      cross join lateral unnest(i.indkey::int[]) with ordinality k(attnum, n)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary), '{}') as key,
    array(select p from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p
      where has_table_privilege('app', c.oid, p) or (p = 'UPDATE' and has_any_column_privilege('app', c.oid, p))
         or has_table_privilege('tick', c.oid, p) or (p = 'UPDATE' and has_any_column_privilege('tick', c.oid, p))) as writes
  from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and c.relname <> 'migration' order by 1`

const isAbove = (name: string) => (schema.aboveCommunityTables as readonly string[]).includes(name)

/** Everything wrong with the tables as they stand. */
function faultsOf(tables: TableFacts[]): string[] {
  return tables.flatMap((t) => [
    ...(t.forced ? [] : [`${t.name}: row-level security is not forced`]),
    ...(isAbove(t.name) || t.key[0] === 'community_id'
      ? []
      : [`${t.name}: its key does not begin with the community`]),
    ...(t.name === 'record' && t.writes.length > 0 ? [`record: may be changed (${t.writes.join()})`] : []),
  ])
}

let database: TestDatabase
let owner: Client
beforeAll(async () => {
  database = await freshDatabase()
  owner = new Client({ connectionString: database.urls.owner })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})
const look = async () => (await owner.query<TableFacts>(facts)).rows
const planted = async (...sql: string[]) => {
  await owner.query('begin')
  for (const s of sql) await owner.query(s)
  const found = faultsOf(await look())
  await owner.query('rollback')
  return found
}

describe('the tables of the house', () => {
  test('all have row-level security forced, and the community at the head of their key or a place on the list', async () => {
    const tables = await look()
    expect(tables.length).toBeGreaterThan(15)
    expect(faultsOf(tables)).toEqual([])
  })

  test('the list of tables above communities names nothing that is not there', async () => {
    const names = (await look()).map((t) => t.name)
    expect(schema.aboveCommunityTables.filter((n) => !names.includes(n))).toEqual([])
  })

  test('a planted table without row-level security is caught', async () => {
    expect(
      await planted('create table planted (community_id uuid, id uuid, primary key (community_id, id))'),
    ).toEqual(['planted: row-level security is not forced'])
  })

  test('a planted table without the community in its key is caught', async () => {
    expect(await planted('create table planted (id uuid primary key)', `call bind_rows('planted')`)).toEqual([
      'planted: its key does not begin with the community',
    ])
  })

  test('a planted right to change the record is caught', async () => {
    expect(await planted('grant update on record to app')).toEqual(['record: may be changed (UPDATE)'])
    expect(await planted('grant delete on record to tick')).toEqual(['record: may be changed (DELETE)'])
  })

  test('foreign keys between tenant tables carry the community', async () => {
    const { rows } = await owner.query<{ name: string; columns: string[]; target: string }>(`
      select conrelid::regclass::text || '.' || conname as name, confrelid::regclass::text as target,
        array(select attname::text from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k) as columns
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
    const within = rows.filter((r) => !isAbove(r.target))
    expect(within.length).toBeGreaterThan(10)
    expect(within.filter((r) => r.columns[0] !== 'community_id')).toEqual([])
  })

  test('the schema in code names the columns that the database has, and no others', async () => {
    const { rows } = await owner.query<{ table_name: string; column_name: string; nullable: boolean }>(
      `select table_name, column_name, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
    )
    const tables = Object.values(schema).filter((t) => is(t, PgTable))
    const inCode = tables.flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.map((c) => `${name}.${c.name}${c.notNull ? '' : '?'}`)
    })
    const names = new Set(tables.map((t) => getTableConfig(t).name))
    const inDatabase = rows
      .filter((r) => names.has(r.table_name))
      .map((r) => `${r.table_name}.${r.column_name}${r.nullable ? '?' : ''}`)
    expect(inCode.sort()).toEqual(inDatabase.sort())
  })
})

test('functions that run as the owner look for nothing in a caller’s own temporary tables', async () => {
  const { rows } = await owner.query<{ name: string; settings: string[] | null }>(
    `select proname as name, proconfig as settings from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  )
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter((f) => !f.settings?.includes('search_path=public, pg_temp'))).toEqual([])
})

describe('the role of the app', () => {
  test('is bound: no superuser, no owner, no way round row-level security', async () => {
    const { rows } = await owner.query(`
      select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as above,
        exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and pg_has_role(rolname, c.relowner, 'member')) as owns
      from pg_roles where rolname in ('app', 'tick') order by 1`)
    expect(rows).toEqual([
      { rolname: 'app', above: false, owns: false },
      { rolname: 'tick', above: false, owns: false },
    ])
  })

  test('sees no row of anything without a session', async () => {
    await owner.query(`insert into district values (gen_random_uuid(), 'd')`)
    await owner.query(`insert into subdistrict select gen_random_uuid(), id, 's' from district`)
    await owner.query(`insert into community select gen_random_uuid(), id, 'c' from subdistrict`)
    await owner.query(
      `insert into compound select id, gen_random_uuid(), 'p', 'none', '2026-01-01', null from community`,
    )
    await owner.query(`insert into person (id, joined_at) values (gen_random_uuid(), '2026-01-01')`)
    const app = new Client({ connectionString: database.urls.app })
    await app.connect()
    const seen: string[] = []
    const refused: string[] = []
    for (const { name } of await look()) {
      try {
        const { rows } = await app.query<{ n: number }>(`select count(*)::int as n from ${name}`)
        if (rows[0]!.n > 0) seen.push(name)
      } catch (error) {
        refused.push(`${name}: ${(error as Error).message}`)
      }
    }
    await app.end()
    expect(seen).toEqual([])
    // what the app may not even ask for, it reaches through narrow functions
    expect(refused.map((r) => r.split(':')[0]).sort()).toEqual([
      'meeting_reminder',
      'outbox',
      'pace',
      'reach',
      'resolution_reminder',
      'whistle_caller',
      'whistle_reminder',
    ])
  })
})
