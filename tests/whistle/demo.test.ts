import { Client } from 'pg'
import { loadDemo } from '../../functions/demo'
import { hongyun, hongyunCompound, trustCompound, yanxi } from '../../functions/demo/ids'
import { stateWords } from '../../shared/whistle/words'
import { openApi, type TestApi } from '../kernel/api'
import { freshDatabase } from '../kernel/database'
import { signInAll } from '../kernel/signIn'

let api: TestApi
beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
})
afterAll(() => api.close())

describe('the whistles of the demo', () => {
  test.each([
    ['盐溪社区', yanxi],
    ['弘运社区', hongyun],
  ])('stand in every state today in %s', async (_, communityId) => {
    const rows = await api.owner<{ state: string }>(
      'select distinct state from whistle where community_id = $1',
      [communityId],
    )
    expect(rows.map((r) => r.state).sort()).toEqual(Object.keys(stateWords).sort())
  })

  test('fill every tab of both boards', async () => {
    const { communityWorker, secondWorker } = await signInAll(api, 'communityWorker', 'secondWorker')
    for (const [token, communityId] of [
      [communityWorker, yanxi],
      [secondWorker, hongyun],
    ] as const) {
      const { counts } = await api.get(token, 'whistle.board', { communityId, tab: 'all' })
      expect(Object.entries(counts).filter(([, n]) => n === 0)).toEqual([])
    }
  })

  test('wait for the owner twice, for their answer and their word, and were closed for them twice', async () => {
    const { owner } = await signInAll(api, 'owner')
    const { items } = await api.get(owner, 'whistle.mine', {})
    expect(items.length).toBeGreaterThanOrEqual(5)
    const waiting = items.filter((w) => w.waitsForMe).map((w) => w.state)
    expect(waiting).toEqual(expect.arrayContaining(['needsInfo', 'resolved']))
    expect(items.filter((w) => w.state === 'closed').length).toBeGreaterThanOrEqual(2)
    expect(items.some((w) => w.state === 'responded')).toBe(true)
  })

  test.each([
    ['property', [hongyunCompound, trustCompound]],
    ['department', [hongyun, yanxi]],
  ] as const)(
    'lie on the desk of the %s in both communities: to come, under way, overdue',
    async (who, places) => {
      const { [who]: token } = await signInAll(api, who)
      const { items, counts } = await api.get(token!, 'whistle.desk', { show: 'open' })
      expect(Object.entries(counts).filter(([, n]) => n === 0)).toEqual([])
      const where = await api.owner<{ place: string }>(
        `select distinct unnest(array[community_id, compound_id]) as place from whistle where id = any ($1)`,
        [items.map((w) => w.whistleId)],
      )
      expect(where.map((w) => w.place)).toEqual(expect.arrayContaining([...places]))
    },
  )

  test('lead to rates between nothing and all, the department slower than the property company', async () => {
    const [row] = await api.owner<Record<string, number>>(
      `select avg((w.responded_at <= w.response_due_at)::int) filter (where o.kind = 'property')::float as property,
         avg((w.responded_at <= w.response_due_at)::int) filter (where o.kind = 'department')::float as department
       from whistle w join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state = 'done'
       join organisation o on o.id = d.organisation_id`,
    )
    expect(row!.department).toBeGreaterThan(0)
    expect(row!.department).toBeLessThan(row!.property!)
    expect(row!.property).toBeLessThan(1)
  })
})

test.each([
  ['at night in the Spring Festival', '2026-02-18T18:40:00Z'],
  ['in the last hour of a year', '2027-12-31T15:30:00Z'],
])('a year of them is lived whenever it is loaded: %s', async (_, moment) => {
  const database = await freshDatabase()
  const { app: appUrl, tick: tickUrl, owner: ownerUrl } = database.urls
  const now = new Date(moment)
  await loadDemo({ appUrl, tickUrl, ownerUrl, now })
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ last: Date; states: number }>(
    'select (select max(at) from record) as last, (select count(distinct state)::int from whistle) as states',
  )
  await owner.end()
  await database.drop()
  expect(rows[0]!.last.getTime()).toBeLessThanOrEqual(now.getTime())
  expect(rows[0]!.states).toBe(Object.keys(stateWords).length)
})
