import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { demoId } from '../../functions/demo/stage'
import { yanxi, yanxiCompound } from '../../functions/demo/story'
import { tick } from '../../functions/tick'
import { openApi, type TestApi } from './api'
import { tablesOf } from './search'
import { signIn } from './signIn'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
})
afterAll(() => api.close())

const day = 86_400_000
const at = (days: number) => new Date(api.now.getTime() + days * day)
const run = (days: number) => tick(api.database.urls.tick, at(days))
const session = (id: string) => api.owner('select 1 from session where id = $1', [id])

describe('the scheduler', () => {
  test('keeps a session that is over for a month, then clears it away; open ones stay', async () => {
    const [ended, open] = [await signIn(api, 'owner'), await signIn(api, 'owner')]
    const [gone, kept] = [
      (await api.get(ended, 'me.get', {})).sessionId,
      (await api.get(open, 'me.get', {})).sessionId,
    ]
    await api.get(ended, 'session.end', { sessionId: gone })
    await run(30)
    expect([(await session(gone)).length, (await session(kept)).length]).toEqual([1, 1])
    await run(30 + 1 / 24)
    expect([(await session(gone)).length, (await session(kept)).length]).toEqual([0, 1])
    await run(61)
    expect(await session(kept)).toHaveLength(0)
  })

  test('clears the lines of a roll that was taken in, and of one given up after a week: they hold names', async () => {
    const roll = async (state: string, importedAt: Date | null) => {
      const id = randomUUID()
      await api.owner(
        `insert into roll (community_id, id, compound_id, file_name, file_key, bytes, state, lines, opened_by, opened_at, imported_at)
         values ($1, $2, $3, 'a.csv', $8, 1, $4, 1, $5, $6, $7)`,
        [
          yanxi,
          id,
          yanxiCompound,
          state,
          demoId('communityWorker'),
          api.now,
          importedAt,
          `c/${yanxi}/rolls/${id}`,
        ],
      )
      await api.owner('insert into roll_line (community_id, roll_id, line, name) values ($1, $2, 1, $3)', [
        yanxi,
        id,
        '张三',
      ])
      return async () => (await api.owner('select 1 from roll_line where roll_id = $1', [id])).length
    }
    const [taken, waiting] = [await roll('imported', api.now), await roll('ready', null)]
    await run(1)
    expect([await taken(), await waiting()]).toEqual([0, 1])
    await run(7.1)
    expect(await waiting()).toBe(0)
  })

  test('forgets after two days who knocked how often', async () => {
    await api.owner('delete from pace')
    await api.owner(`insert into pace (key, window_start, times) values ('login 10.0.0.1', $1, 3)`, [api.now])
    expect((await run(1)).pace).toBe(0)
    expect((await run(2.1)).pace).toBe(1)
  })

  test('goes on with all the rest where one part fails, and tells of it at the end', async () => {
    await api.owner(`insert into pace (key, window_start, times) values ('login 10.0.0.2', $1, 3)`, [at(3)])
    await api.owner('revoke delete on session from tick')
    await expect(run(5.1)).rejects.toThrow("the tick's part sessions failed")
    expect(await api.owner('select 1 from pace')).toEqual([])
    await api.owner('grant delete on session to tick')
  })

  test('done twice, or by two at once, does nothing more', async () => {
    await run(100)
    const again = [await run(100), ...(await Promise.all([run(100), run(100)]))]
    for (const done of again) expect(Object.values(done).every((n) => n === 0)).toBe(true)
  })

  test('sees of everything else nothing', async () => {
    const client = new Client({ connectionString: api.database.urls.tick })
    await client.connect()
    const seen: string[] = []
    for (const table of await tablesOf(api)) {
      const rows = await client.query(`select 1 from ${table} limit 1`).then(
        (r) => r.rowCount,
        () => 0,
      )
      if (rows) seen.push(table)
    }
    await client.end()
    const clears = ['session', 'roll', 'roll_line', 'photo', 'pace', 'rates_export', 'migration']
    // clocks, and what they say: who reported a whistle, and what was said of it, is not among it
    const turns = [
      'whistle',
      'dispatch',
      'whistle_clock',
      'whistle_reminder',
      'whistle_survey',
      'record',
      'outbox',
      // rhythms that are planned ahead, meetings and resolutions that are reminded of; who was there or pledged is not among it
      'series',
      'series_circle',
      'meeting',
      'meeting_reminder',
      'resolution',
      'resolution_reminder',
      'tabling',
    ]
    // rounds that were due, and whether somebody came
    const tells = ['patrol_plan', 'patrol_version', 'patrol_round', 'patrol_export']
    // slips that wait, whose rosters are cleared; tasks whose day is over; homes that wait for a space
    const waits = ['slip', 'slip_roster', 'slip_roster_line', 'task', 'wait']
    // what falls due of which lease or home, what was prepaid for it, and the books in which it is entered; which car it is and who asks
    // is not among it
    const charges = [
      'books',
      'account',
      'entry',
      'posting',
      'space',
      'space_tariff',
      'lease',
      'fee',
      'home',
      'charge',
      'held',
      'payment_part',
    ]
    const known = [...clears, ...turns, ...tells, ...waits, ...charges, 'statement_question']
    expect(seen.filter((t) => !known.includes(t))).toEqual([])
  })

  test('does not see who walked a round', async () => {
    const client = new Client({ connectionString: api.database.urls.tick })
    await client.connect()
    await expect(client.query('select person_id from patrol_round')).rejects.toThrow('permission denied')
    await expect(client.query('select walker_ids from patrol_version')).rejects.toThrow('permission denied')
    // nor for whom a slip is
    await expect(client.query('select name from slip')).rejects.toThrow('permission denied')
    // nor whose car it is, who rents, and who asked what
    for (const column of ['plate', 'tenant'])
      await expect(client.query(`select ${column} from lease`)).rejects.toThrow('permission denied')
    for (const column of ['plate', 'reason'])
      await expect(client.query(`select ${column} from wait`)).rejects.toThrow('permission denied')
    for (const column of ['words', 'person_id'])
      await expect(client.query(`select ${column} from statement_question`)).rejects.toThrow(
        'permission denied',
      )
    await client.end()
  })
})
