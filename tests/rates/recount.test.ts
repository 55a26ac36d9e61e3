import { hongyun, yanxi } from '../../functions/demo/story'
import { type Grouping, type Rate, rates } from '../../shared/rates/definitions'
import { monthOf, monthsOf, spanOf } from '../../shared/rates/words'
import { openApi, type TestApi } from '../kernel/api'
import { signIn } from '../kernel/signIn'
import { recount } from './recount'
import { openYear, putDownWhistle, type Year } from './year'

const day = 86_400_000
interface Count {
  by: Grouping
  group: string
  rate: Rate
  denominator: number
  numerator: number
  unanswered: number
}

let api: TestApi
let year: Year
let officer: string
const begins = new Date('2026-12-01T00:00:00Z')
const whistles = 120

beforeAll(async () => {
  api = await openApi({ demo: true, now: new Date() })
  officer = await signIn(api, 'subdistrictOfficer')
  year = await openYear(api, begins)
  for (let n = 0; n < whistles; n++)
    putDownWhistle(api, year, n, new Date(begins.getTime() + Math.floor((n * 180 * day) / whistles)))
}, 120_000)
afterAll(() => api.close())

const asked = (communityId: string, fromMonth: string, toMonth: string) => ({
  communityId,
  fromMonth,
  toMonth,
})
const groupings: Grouping[] = ['month', 'category', 'compound', 'building', 'party']

/** What the product says, group by group, in the shape of the recount. */
async function told(of: ReturnType<typeof asked>): Promise<Count[]> {
  const counts: Count[] = []
  for (const by of groupings) {
    const { rows, total } = await api.get(officer, 'rates.get', { ...of, by })
    for (const { group, shares } of rows)
      for (const rate of rates)
        if (shares[rate].denominator > 0) counts.push({ by, group, rate, ...shares[rate] })
    for (const rate of rates)
      expect(total[rate].denominator).toBe(rows.reduce((sum, row) => sum + row.shares[rate].denominator, 0))
  }
  return counts
}
const inOrder = (counts: Count[]) =>
  counts.map((c) => `${c.by} ${c.group} ${c.rate}: ${c.numerator}/${c.denominator} (${c.unanswered})`).sort()

async function compare(communityId: string, fromMonth: string, toMonth: string): Promise<Count[]> {
  const { since, until } = spanOf(fromMonth, toMonth)
  const recounted = await api.owner<Count>(recount, [communityId, since, until, api.now])
  expect(inOrder(await told(asked(communityId, fromMonth, toMonth)))).toEqual(inOrder(recounted))
  return recounted
}

test('the year of the demo, recounted from the record alone, comes to the same rates', async () => {
  const until = monthOf(api.now)
  const from = monthOf(new Date(api.now.getTime() - 500 * day))
  for (const community of [hongyun, yanxi]) await compare(community, from, until)
})

test('months with whistles that go every possible way come to the same rates, at their end and while they run', async () => {
  let seen: Count[] = []
  for (const days of [20, 61, 100, 140, 190, 260]) {
    await year.liveUntil(new Date(begins.getTime() + days * day))
    seen = await compare(hongyun, '2026-12', '2027-09')
    await compare(hongyun, monthOf(api.now), monthOf(api.now))
  }
  const sum = (rate: Rate, what: 'numerator' | 'denominator' | 'unanswered') =>
    seen.filter((c) => c.by === 'month' && c.rate === rate).reduce((total, c) => total + c[what], 0)
  // each rate has both kinds in it, and the special ones came up
  for (const rate of rates) {
    expect(sum(rate, 'numerator')).toBeGreaterThan(10)
    expect(sum(rate, 'denominator')).toBeGreaterThan(sum(rate, 'numerator') + 5)
  }
  expect(sum('resolved', 'unanswered')).toBeGreaterThan(5)
  const happened = await api.owner<{ action: string; n: number }>(
    `select action, count(*)::int as n from record where community_id = $1 and at >= $2 and subject_kind = 'whistle' group by 1`,
    [hongyun, begins],
  )
  const times = Object.fromEntries(happened.map((h) => [h.action, h.n]))
  const special = [
    'withdrawn',
    'rejected',
    'disputeUpheld',
    'disputeRefused',
    'reopened',
    'answered',
    'merged',
    'raised',
    'extended',
  ]
  expect(special.filter((action) => !times[`whistle.${action}`])).toEqual([])
  expect(seen.some((c) => c.by === 'party' && c.group === 'none')).toBe(true)
  // deadlines gave way to others when they were over, under whoever had it and before anybody had
  const [missed] = await api.owner<Record<string, number>>(
    `select count(response_missed_at)::int as response, count(lead_response_missed_at)::int as lead_response,
       count(resolution_missed_at)::int as resolution, count(lead_resolution_missed_at)::int as lead_resolution
     from whistle where community_id = $1 and submitted_at >= $2`,
    [hongyun, begins],
  )
  expect(Object.values(missed!).every((n) => n > 0)).toBe(true)
  expect(missed!.response).toBeGreaterThan(missed!.lead_response!)
}, 240_000)

test('a missed deadline that is forgotten is found out', async () => {
  // month by month: by party nothing else moves where a solution was late
  const months = monthsOf('2027-01', '2027-06')
  const said = async () => {
    const all = []
    for (const month of months) all.push(inOrder(await told(asked(hongyun, month, month))))
    return all
  }
  const recounted = []
  for (const month of months) {
    const { since, until } = spanOf(month, month)
    recounted.push(inOrder(await api.owner<Count>(recount, [hongyun, since, until, api.now])))
  }
  expect(await said()).toEqual(recounted)
  // what a place missed shows in every grouping but that by party
  const only = (ofParty: boolean, counts: string[][]) =>
    counts.flat().filter((line) => line.startsWith('party ') === ofParty)
  for (const clock of ['response', 'resolution'])
    for (const ofParty of [true, false]) {
      const columns = [`lead_${clock}_missed_at`, ...(ofParty ? [] : [`${clock}_missed_at`])]
      await api.owner('create table kept as select * from whistle')
      await api.owner(`update whistle set ${columns.map((c) => `${c} = null`).join(', ')}`)
      const forgetful = only(ofParty, await said())
      expect([clock, ofParty, forgetful.join() === only(ofParty, recounted).join()]).toEqual([
        clock,
        ofParty,
        false,
      ])
      const back = columns.map((c) => `${c} = k.${c}`).join(', ')
      await api.owner(
        `update whistle w set ${back} from kept k where k.community_id = w.community_id and k.id = w.id`,
      )
      await api.owner('drop table kept')
    }
  expect(await said()).toEqual(recounted)
}, 60_000)

test('a whistle that was changed behind the record’s back is found out', async () => {
  const { since, until } = spanOf('2026-12', '2027-09')
  const recounted = () => api.owner<Count>(recount, [hongyun, since, until, api.now])
  const before = inOrder(await recounted())
  await api.owner(
    `update whistle set outcome = 'solved', stars = 5 where id = (select id from whistle where community_id = $1 and outcome = 'unanswered'
       and resolution_due_at between $2 and $3 order by id limit 1)`,
    [hongyun, since, until],
  )
  expect(inOrder(await recounted())).toEqual(before)
  expect(inOrder(await told(asked(hongyun, '2026-12', '2027-09')))).not.toEqual(before)
})
