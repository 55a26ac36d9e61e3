import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import { migrate } from '../../db/migrate'
import { makeTestFolder, urlOf } from '../kernel/server'

const admin = new Client({ connectionString: urlOf('owner', 'postgres') })
const databases: string[] = []

beforeAll(() => admin.connect())
afterAll(async () => {
  for (const database of databases) await admin.query(`drop database ${database} with (force)`)
  await admin.end()
})

async function makeCase(files: Record<string, string>, locale = '') {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${database} ${locale}`)
  databases.push(database)
  const migrations = makeTestFolder()
  const write = (name: string, sql: string) => fs.writeFileSync(path.join(migrations, name), sql)
  for (const [name, sql] of Object.entries(files)) write(name, sql)
  const ownerUrl = urlOf('owner', database)
  const password = (role: 'app' | 'tick') => new URL(urlOf(role, database)).password
  return {
    write,
    run: () =>
      migrate({ migrations, ownerUrl, appPassword: password('app'), tickPassword: password('tick') }),
    ask: async (sql: string) => {
      const owner = new Client({ connectionString: ownerUrl })
      await owner.connect()
      const { rows } = await owner.query(sql).finally(() => owner.end())
      return rows as unknown[]
    },
  }
}

const two = {
  '0001_first.sql': 'create table first (a int);',
  '0002_second.sql': 'create table second (b int); insert into second values (1);',
}

describe('migrate', () => {
  test('applies what is new in order, and nothing the second time', async () => {
    const { run, write } = await makeCase(two)
    expect(await run()).toEqual({ applied: ['0001_first', '0002_second'], at: '0002_second' })
    expect(await run()).toEqual({ applied: [], at: '0002_second' })
    write('0003_third.sql', 'alter table first add c int')
    expect(await run()).toEqual({ applied: ['0003_third'], at: '0003_third' })
  })

  test('two at once apply everything once', async () => {
    const { run, ask } = await makeCase(two)
    const both = await Promise.all([run(), run()])
    expect(both.flatMap(({ applied }) => applied).sort()).toEqual(['0001_first', '0002_second'])
    expect(await ask('select * from second')).toEqual([{ b: 1 }])
  })

  test('a migration that was changed after it was applied is refused by name', async () => {
    const { run, write } = await makeCase(two)
    await run()
    write('0001_first.sql', 'create table first (a bigint);')
    await expect(run()).rejects.toThrow('0001_first was changed after this database applied it')
  })

  test('the line ends of another system are no change', async () => {
    const { run, write } = await makeCase({ '0001_first.sql': 'create table first\n(a int);\n' })
    await run()
    write('0001_first.sql', 'create table first\r\n(a int);\r\n')
    expect(await run()).toEqual({ applied: [], at: '0001_first' })
  })

  test('a database that is newer than the code is refused', async () => {
    const { run, ask } = await makeCase(two)
    await run()
    await ask(`insert into migration (name, hash) values ('0009_tomorrow', '')`)
    await expect(run()).rejects.toThrow('0009_tomorrow, which this checkout does not know')
  })

  test('a number before one that is applied is refused', async () => {
    const { run, write } = await makeCase({ '0005_fifth.sql': 'select 1' })
    await run()
    write('0004_late.sql', 'select 1')
    await expect(run()).rejects.toThrow('0004_late comes before 0005_fifth')
  })

  test('a migration that fails leaves nothing of itself and names its line', async () => {
    const { run, ask } = await makeCase({
      '0001_first.sql': 'create table first (a int);',
      '0002_broken.sql': 'create table half (b int);\ncreate tabel whole (c int);',
    })
    await expect(run()).rejects.toThrow('0002_broken.sql, line 2: syntax error at or near "tabel"')
    expect(await ask(`select to_regclass('half') as half, to_regclass('first')::text as first`)).toEqual([
      { half: null, first: 'first' },
    ])
  })

  test('a database that does not know Chinese letters is refused', async () => {
    const { run } = await makeCase(two, `template template0 locale 'C' locale_provider libc`)
    await expect(run()).rejects.toThrow('does not know Chinese letters')
  })

  test('an extension that the server lacks is named before anything is applied', async () => {
    const { run, ask } = await makeCase({
      ...two,
      '0003_needs.sql': 'create extension if not exists from_nowhere;',
    })
    await expect(run()).rejects.toThrow('lacks the extensions from_nowhere')
    expect(await ask(`select to_regclass('first') as first`)).toEqual([{ first: null }])
  })

  test('app and tick are bound: no superuser, no bypass, no making of roles', async () => {
    const { run, ask } = await makeCase(two)
    await run()
    expect(
      await ask(`select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as master
        from pg_roles where rolname in ('app', 'tick') order by 1`),
    ).toEqual([
      { rolname: 'app', master: false },
      { rolname: 'tick', master: false },
    ])
  })
})
