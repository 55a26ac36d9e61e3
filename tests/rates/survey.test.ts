import { Client } from 'pg'
import { demoId } from '../../functions/demo/stage'
import { hongyun, hongyunCompound } from '../../functions/demo/story'
import { askSurveys } from '../../functions/whistle/tick/askSurveys'
import { recorded } from '../kernel/signIn'
import { day, openRatesHouse, type RatesHouse } from './house'

let house: RatesHouse
let scheduler: Client
beforeAll(async () => {
  house = await openRatesHouse()
  scheduler = new Client({ connectionString: house.api.database.urls.tick })
  await scheduler.connect()
})
afterAll(async () => {
  await scheduler.end()
  await house.api.close()
})
afterEach(() => expect(house.api.faults).toEqual([]))

/** So many whistles of the resident, closed at a moment with an outcome. */
async function closed(count: number, at: Date, outcome = 'solved', state = 'closed'): Promise<string[]> {
  const rows = await house.api.owner<{ id: string }>(
    `with w as (insert into whistle (community_id, id, compound_id, place, category, urgency, source, sent_hash, state, submitted_at,
         response_from, response_due_at, resolution_from, resolution_due_at)
       select $1, gen_random_uuid(), $2, '弘运小区', 'lift', 'ordinary', 'resident', sha256('x'), 'submitted', $3, $3, $3, $3, $3
       from generate_series(1, $4::int) returning community_id, id),
     r as (insert into whistle_reporter (community_id, whistle_id, person_id, at, first, anonymous)
       select community_id, id, $5, $3, true, true from w)
     select id from w`,
    [hongyun, hongyunCompound, at, count, demoId('partyMember')],
  )
  const ids = rows.map((r) => r.id)
  await house.api.owner('alter table whistle disable trigger whistle_moves')
  await house.api.owner(
    `update whistle set state = $3, outcome = $4, responded_at = $2, resolved_at = $2,
       closed_at = case when $3 = 'closed' then $2::timestamptz end where id = any ($1::uuid[])`,
    [ids, at, state, outcome],
  )
  await house.api.owner('alter table whistle enable trigger whistle_moves')
  return ids
}
const ago = (days: number) => new Date(house.api.now.getTime() - days * day)
const ask = (at = house.api.now) => askSurveys(scheduler, at)
const askedOf = async (ids: string[]) =>
  (
    await house.api.owner<{ whistle_id: string }>(
      'select whistle_id from whistle_survey where whistle_id = any ($1::uuid[]) order by 1',
      [ids],
    )
  ).map((r) => r.whistle_id)

test('of what was closed a month ago about one in three is asked, once, with a line on the record that nobody wrote', async () => {
  const ids = await closed(300, ago(30))
  expect(await ask()).toBeGreaterThan(0)
  const chosen = await askedOf(ids)
  expect(chosen.length).toBeGreaterThan(70)
  expect(chosen.length).toBeLessThan(130)
  expect(await ask()).toBe(0)
  expect(await ask(new Date(house.api.now.getTime() + day))).toBe(0)
  expect(await askedOf(ids)).toEqual(chosen)
  const [line] = await house.api.owner(
    `select actor_id, after from record where subject_id = $1 and action = 'whistle.surveyAsked'`,
    [chosen[0]],
  )
  expect(line).toEqual({ actor_id: null, after: { by: 'clock' } })
  const told = await house.api.owner('select 1 from inbox where person_id = $1 and subject_id = $2', [
    demoId('partyMember'),
    chosen[0],
  ])
  expect(told).toHaveLength(1)
})

test('two schedulers at once ask each whistle once', async () => {
  const ids = await closed(120, ago(31))
  const other = new Client({ connectionString: house.api.database.urls.tick })
  await other.connect()
  const counts = await Promise.all([ask(), askSurveys(other, house.api.now)])
  await other.end()
  const chosen = await askedOf(ids)
  expect(counts[0]! + counts[1]!).toBe(chosen.length)
  for (const id of chosen.slice(0, 5))
    expect((await recorded(house.api, id)).filter((a) => a === 'whistle.surveyAsked')).toHaveLength(1)
})

test('a scheduler that did not come for six days loses nobody; what was closed later or long before is not asked about', async () => {
  const [late, early, long] = [
    await closed(40, ago(36)),
    await closed(40, ago(29)),
    await closed(40, ago(38)),
  ]
  await ask()
  expect((await askedOf(late)).length).toBeGreaterThan(3)
  expect(await askedOf(early)).toEqual([])
  expect(await askedOf(long)).toEqual([])
})

test('what is open again is not asked about, nor what nobody in the app reported', async () => {
  const again = await closed(40, ago(30), 'not', 'reopened')
  const called = await closed(40, ago(30))
  await house.api.owner('delete from whistle_reporter where whistle_id = any ($1::uuid[])', [called])
  await ask()
  expect(await askedOf([...again, ...called])).toEqual([])
})

describe('the answer', () => {
  test('comes from whoever was asked, once, and is on the record', async () => {
    const { api, tokens, pass } = house
    const ids = await closed(60, ago(30), 'unanswered')
    await ask()
    pass(1)
    const [whistleId] = await askedOf(ids)
    const one = { communityId: hongyun, whistleId: whistleId! }
    expect(await api.refusal(tokens.committeeDirector, 'whistle.survey', { ...one, answer: 'well' })).toBe(
      'not_asked',
    )
    expect(await api.refusal(tokens.secondWorker, 'whistle.survey', { ...one, answer: 'well' })).toBe(
      'not_asked',
    )
    expect(await api.get(tokens.partyMember, 'whistle.survey', { ...one, answer: 'broken' })).toEqual({
      answer: 'broken',
    })
    expect(await api.refusal(tokens.partyMember, 'whistle.survey', { ...one, answer: 'well' })).toBe(
      'surveyed_already',
    )
    expect(await recorded(api, one.whistleId)).toEqual(['whistle.surveyAsked', 'whistle.surveyed'])
  })

  test('is not taken for a whistle that nobody was asked about', async () => {
    const { api, tokens } = house
    const [whistleId] = await closed(1, ago(1))
    const one = { communityId: hongyun, whistleId: whistleId! }
    expect(await api.refusal(tokens.partyMember, 'whistle.survey', { ...one, answer: 'well' })).toBe(
      'not_asked',
    )
  })

  test('two at once: one is taken', async () => {
    const { api, tokens } = house
    await house.api.owner('delete from whistle_survey')
    const ids = await closed(60, ago(30))
    await ask()
    for (const whistleId of (await askedOf(ids)).slice(0, 8)) {
      const answers = await Promise.all(
        (['well', 'broken'] as const).map((answer) =>
          api.ask(tokens.partyMember, 'whistle.survey', { communityId: hongyun, whistleId, answer }),
        ),
      )
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    }
  })

  test('stands beside the rates with its number', async () => {
    const { api, tokens, rates, pass } = house
    pass(40 * 24)
    const ids = await closed(60, ago(30))
    await ask()
    const chosen = await askedOf(ids)
    const answers = ['well', 'well', 'broken', 'unsure'] as const
    for (const [i, answer] of answers.entries())
      await api.get(tokens.partyMember, 'whistle.survey', {
        communityId: hongyun,
        whistleId: chosen[i]!,
        answer,
      })
    const expected = { asked: chosen.length, answered: 4, well: 2, broken: 1, unsure: 1 }
    expect((await rates()).survey).toEqual(expected)
    expect((await rates(tokens.committeeDirector, { compoundId: hongyunCompound })).survey).toEqual(expected)
  })
})
