import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { demoId } from '../../functions/demo/stage'
import { hongyun, yanxi } from '../../functions/demo/story'
import { tokenHash } from '../../functions/kernel/secrets'
import { aboveCommunities } from '../../shared/kernel/ids'
import { openApi, type TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'

let api: TestApi
let worker: string
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  worker = await signIn(api, 'communityWorker')
})
afterAll(() => api.close())

/** Straight at the database, as the app with a session or as the scheduler; what is tried is undone. */
async function attempt(role: 'app' | 'tick', sql: string, values: unknown[] = [], session?: string) {
  const client = new Client({ connectionString: api.database.urls[role] })
  await client.connect()
  try {
    await client.query('begin')
    if (session) await client.query('select enter($1, $2)', [tokenHash(session), api.now])
    return (await client.query(sql, values)).rowCount ?? 0
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.query('rollback')
    await client.end()
  }
}
const columns = 'community_id, id, at, actor_id, action, subject_kind, subject_id'
const line = (actorId: string | null, communityId: string) => [
  communityId,
  randomUUID(),
  api.now,
  actorId,
  'me.updated',
  'person',
  demoId('owner'),
]
const insert = `insert into record (${columns}) values ($1, $2, $3, $4, $5, $6, $7)`

describe('the record', () => {
  test.each(['app', 'tick'] as const)(
    'can be changed, emptied or thinned out by nobody: %s',
    async (role) => {
      for (const sql of [
        `update record set action = 'me.updated'`,
        'update record set at = now()',
        'update record set actor_id = null where false',
        'delete from record',
        'delete from record where false',
        'truncate record',
        'drop table record',
        'alter table record disable row level security',
        'alter table record disable trigger all',
        'create policy p on record using (true)',
        'grant update on record to app; update record set at = now()',
      ])
        expect([sql, await attempt(role, sql, [], role === 'app' ? worker : undefined)]).toEqual([
          sql,
          expect.stringMatching(/permission denied|must be owner|owner of/),
        ])
    },
  )

  test('takes lines of whoever is signed in, in their own name alone', async () => {
    const denied = expect.stringContaining('row-level security')
    expect(await attempt('app', insert, line(demoId('communityWorker'), yanxi), worker)).toBe(1)
    expect(await attempt('app', insert, line(demoId('owner'), yanxi), worker)).toEqual(denied)
    expect(await attempt('app', insert, line(null, yanxi), worker)).toEqual(denied)
    expect(await attempt('app', insert, line(demoId('communityWorker'), yanxi))).toEqual(denied)
    // the scheduler is nobody, and puts down what it did as nobody
    expect(await attempt('tick', insert, line(demoId('owner'), yanxi))).toEqual(denied)
    expect(await attempt('tick', insert, line(null, yanxi))).toBe(1)
  })

  test('is read by nobody without a session, and by the scheduler only where it tells of whistles', async () => {
    expect(await attempt('app', 'select 1 from record')).toBe(0)
    expect(await attempt('tick', `select 1 from record where subject_kind <> 'whistle'`)).toBe(0)
    // what one did oneself one may read, also where somebody moved here from there
    const foreign = 'select 1 from record where community_id = $1 and actor_id is distinct from $2'
    expect(await attempt('app', foreign, [hongyun, demoId('communityWorker')], worker)).toBe(0)
    const own = 'select 1 from record where community_id = $1 and (actor_id = $2) = $3'
    const newcomer = await signIn(api, 'newcomer')
    const above = [aboveCommunities, demoId('newcomer')]
    expect(await attempt('app', own, [...above, true], newcomer)).toBeGreaterThan(0)
    expect(await attempt('app', own, [...above, false], newcomer)).toBe(0)
  })
})
