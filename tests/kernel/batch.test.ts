import { type Connection, type Database, openDatabase } from '../../functions/kernel/database'
import { freshDatabase, type TestDatabase } from './database'

let own: TestDatabase
let database: Database
beforeAll(async () => {
  own = await freshDatabase()
  database = openDatabase(own.urls.app, 1) // one connection, so that what is prepared is met again
})
afterAll(async () => {
  await database.close()
  await own.drop()
})

const lend = <T>(work: (tx: Connection) => Promise<T>) => database.lend(work)
const say = (tx: Connection, name: string, value: string) =>
  tx.run(name, 'select $1::text as said, null as nothing', [value])
const fail = (tx: Connection) => tx.run('fail', 'select 1 / $1::int as never', [0])

test('what is asked at once is answered in order, with values of every kind', async () => {
  const at = new Date('2026-11-21T02:00:00Z')
  const answers = await lend((tx) =>
    Promise.all([
      say(tx, 'first', '一'),
      tx.run('none', 'select 1 as one where false'),
      tx.run(
        'kinds',
        'select $1::timestamptz as at, $2::bytea as bytes, $3::jsonb as json, $4::int[] as list, $5::boolean as no',
        [at, Buffer.from([0, 255]), { a: ['"', null] }, [1, 2], false],
      ),
      say(tx, 'first', '二'),
    ]),
  )
  expect(answers).toEqual([
    [{ said: '一', nothing: null }],
    [],
    [{ at, bytes: Buffer.from([0, 255]), json: { a: ['"', null] }, list: [1, 2], no: false }],
    [{ said: '二', nothing: null }],
  ])
})

test('when one fails all fail with it, and its neighbours work the next time', async () => {
  const outcomes = await lend((tx) =>
    Promise.allSettled([say(tx, 'before', 'x'), fail(tx), say(tx, 'after', 'x')]),
  )
  expect(outcomes.map((o) => o.status === 'rejected' && (o.reason as { code: string }).code)).toEqual([
    '22012',
    '22012',
    '22012',
  ])
  for (const name of ['before', 'after', 'before'])
    expect(await lend((tx) => say(tx, name, 'y'))).toEqual([{ said: 'y', nothing: null }])
  await expect(lend(fail)).rejects.toThrow('division by zero')
})

test('a fault leads back to who asked', async () => {
  const whoAsks = (tx: Connection) => fail(tx).then(() => undefined)
  const fault = await lend(async (tx) => {
    try {
      return await whoAsks(tx)
    } catch (error) {
      return error
    }
  })
  expect((fault as Error).stack).toContain('batch.test')
})

test('words that the server has forgotten are prepared anew', async () => {
  await lend((tx) => say(tx, 'first', 'x'))
  await lend((tx) => tx.run('', 'deallocate all'))
  await expect(lend((tx) => say(tx, 'first', 'x'))).rejects.toThrow('does not exist')
  expect(await lend((tx) => say(tx, 'first', 'z'))).toEqual([{ said: 'z', nothing: null }])
})

test('one name stands for one statement', async () => {
  await expect(lend((tx) => tx.run('first', 'select 2'))).rejects.toThrow('Two statements are called first')
})

test('what is asked while an answer is awaited goes out after it', async () => {
  const said = await lend(async (tx) => {
    const slow = tx.run('slow', 'select count(*)::int as counted from generate_series(1, 200000)')
    await new Promise(setImmediate)
    return Promise.all([slow, say(tx, 'first', 'then'), say(tx, 'before', 'and')])
  })
  expect(said).toEqual([
    [{ counted: 200000 }],
    [{ said: 'then', nothing: null }],
    [{ said: 'and', nothing: null }],
  ])
})
