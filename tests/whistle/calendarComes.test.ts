import { Client } from 'pg'
import { tick } from '../../functions/tick'
import { reschedule } from '../../functions/whistle/tick/reschedule'
import type { TestApi } from '../kernel/api'
import { type At, openWhistleHouse, type WhistleHouse } from './house'

// a Thursday, nine o’clock in China; of 2027 nothing is published
const thursday = '2026-12-24T01:00:00Z'

let house: WhistleHouse
let api: TestApi
let tokens: WhistleHouse['tokens']
beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date(thursday) })
  ;({ api, tokens } = house)
})
beforeEach(async () => {
  await house.anew(thursday)
  // what other tests left is none of this one's
  await api.owner('update whistle set provisional = false')
  await api.owner('delete from calendar_year')
  await api.owner('delete from calendar_day')
})
afterEach(() => expect(api.faults).toEqual([]))
afterAll(() => api.close())

const at = (written: string) => new Date(`${written}+08:00`)
const run = (when = api.now) => tick(api.database.urls.tick, when)
const publish = async (...off: string[]) => {
  await api.owner(`insert into calendar_year values (2027, '2026-12-25')`)
  for (const day of off) await api.owner('insert into calendar_day values ($1, false)', [day])
}
const duesOf = async (whistle: At) => {
  const { response_due_at, resolution_due_at, provisional } = await house.row(whistle)
  return [response_due_at, resolution_due_at, provisional]
}
const rescheduled = async (whistle: At) =>
  (await house.lines(whistle)).filter((l) => l.action === 'whistle.rescheduled')
const pause = async (whistle: At, until: string, meanwhile: () => Promise<void> = async () => {}) => {
  await api.get(tokens.worker, 'whistle.askBack', { ...whistle, words: '在哪一层？' })
  await meanwhile()
  api.now = at(until)
  await api.get(tokens.resident, 'whistle.answer', { ...whistle, words: '五层' })
}

describe('a deadline that reaches into a year without a calendar', () => {
  test('is counted by plain weeks and says so, and is counted anew when the calendar comes', async () => {
    const whistle = await house.submit()
    expect(await duesOf(whistle)).toEqual([at('2026-12-24T18:00'), at('2027-01-04T18:00'), true])
    expect(await run()).toMatchObject({ rescheduled: 0 })
    await publish('2027-01-01')
    expect(await run()).toMatchObject({ rescheduled: 1 })
    expect(await duesOf(whistle)).toEqual([at('2026-12-24T18:00'), at('2027-01-05T18:00'), false])
    expect(await rescheduled(whistle)).toMatchObject([
      {
        actor_role: null,
        before: null,
        after: { by: 'clock', resolutionDue: at('2027-01-05T18:00').getTime() / 1000 },
      },
    ])
  })

  test('stays provisional while days are put in and the year is not', async () => {
    const whistle = await house.submit()
    await api.owner(`insert into calendar_day values ('2027-01-01', false)`)
    expect(await run()).toMatchObject({ rescheduled: 0 })
    expect(await duesOf(whistle)).toEqual([at('2026-12-24T18:00'), at('2027-01-04T18:00'), true])
  })

  test('is counted once, by however many machines', async () => {
    const whistles = [await house.submit(), await house.bring('responded')]
    await publish('2027-01-01')
    const done = await Promise.all([run(), run(), run()])
    expect(done.reduce((n, d) => n + d.rescheduled, 0)).toBe(2)
    expect(await run()).toMatchObject({ rescheduled: 0 })
    for (const whistle of whistles) expect(await rescheduled(whistle)).toHaveLength(1)
  })

  test('is given the time that stood still, whether the calendar comes after the pause or within it', async () => {
    const [after, within] = [await house.submit(), await house.submit()]
    await pause(after, '2026-12-30T09:00')
    expect(await duesOf(after)).toEqual([at('2026-12-30T18:00'), at('2027-01-08T18:00'), true])
    api.now = new Date(thursday)
    await pause(within, '2026-12-30T09:00', async () => {
      await publish('2027-01-01')
      // what stands still is not moved; what runs is
      expect(await run()).toMatchObject({ rescheduled: 1 })
    })
    await run()
    // seven working days after the thirtieth, of which New Year's Day is none
    for (const whistle of [after, within])
      expect(await duesOf(whistle)).toEqual([at('2026-12-30T18:00'), at('2027-01-11T18:00'), false])
  })

  test('runs from its own beginning: what was sent on goes on since the whistle, with a day off before it was sent', async () => {
    const whistle = await house.bring('dispatched')
    api.now = at('2026-12-28T09:00')
    // the response is over, so that of the next party begins now
    await house.dispatch(whistle, { lead: house.parties.committee })
    expect(await duesOf(whistle)).toEqual([at('2026-12-28T18:00'), at('2027-01-04T18:00'), true])
    await publish('2026-12-25', '2027-01-01')
    await run()
    expect(await duesOf(whistle)).toEqual([at('2026-12-28T18:00'), at('2027-01-06T18:00'), false])
  })

  test('runs, opened again, from then', async () => {
    const whistle = await house.bring('followedUp')
    api.now = at('2026-12-28T09:00')
    await api.get(tokens.resident, 'whistle.reopen', { ...whistle, reason: '又坏了' })
    expect((await duesOf(whistle)).slice(1)).toEqual([at('2027-01-06T18:00'), true])
    await publish('2026-12-25', '2027-01-01')
    await run()
    expect((await duesOf(whistle)).slice(1)).toEqual([at('2027-01-07T18:00'), false])
  })

  test('is reminded of as it is known now: nobody hears of the day that it no longer is', async () => {
    const whistle = await house.bring('responded')
    await publish('2027-01-01', '2027-01-04')
    const before = (await house.lines(whistle)).length
    await run(at('2027-01-04T18:00'))
    const told = (await house.lines(whistle)).slice(before).map((l) => l.after?.kind ?? l.action)
    expect(told).toEqual(['whistle.rescheduled', 'resolutionHalf'])
  })
})

describe('among many', () => {
  let scheduler: Client
  beforeEach(async () => {
    scheduler = new Client({ connectionString: api.database.urls.tick })
    await scheduler.connect()
  })
  afterEach(() => scheduler.end())

  test('one that is still waiting for its year holds up no other', async () => {
    const whistles = [await house.submit(), await house.submit(), await house.submit()]
    whistles.sort((a, b) => (a.whistleId < b.whistleId ? -1 : 1))
    const [first, second, third] = whistles as [At, At, At]
    // these two reach into the year after the next as well
    for (const { whistleId } of [first, second])
      await api.owner(
        `update whistle set resolution_from = '2027-12-24T01:00:00Z', resolution_due_at = '2028-01-04T10:00:00Z' where id = $1`,
        [whistleId],
      )
    await publish('2027-01-01')
    expect(await reschedule(scheduler, api.now, 2)).toBe(1)
    expect(await duesOf(third)).toEqual([at('2026-12-24T18:00'), at('2027-01-05T18:00'), false])
    expect((await duesOf(first))[2]).toBe(true)
  })

  test('one that somebody sends on at this moment keeps the day that they set', async () => {
    const [whistle, other] = [await house.bring('accepted'), await house.submit()]
    await publish('2027-01-01')
    const respondBy = at('2026-12-25T12:00').toISOString()
    const run = scheduler.query.bind(scheduler) as (sql: string, values?: unknown[]) => Promise<unknown>
    const between = {
      async query(sql: string, values?: unknown[]) {
        // it was read, and is about to be written
        if (/^with moved/.test(sql) && values?.[1] === whistle.whistleId)
          await house.dispatch(whistle, { respondBy })
        return run(sql, values)
      },
    }
    expect(await reschedule(between as unknown as Client, api.now)).toBe(1)
    expect((await duesOf(whistle))[0]).toEqual(new Date(respondBy))
    expect(await rescheduled(whistle)).toEqual([])
    expect((await duesOf(other))[2]).toBe(false)
    expect(await reschedule(scheduler, api.now)).toBeLessThan(2)
    expect((await duesOf(whistle))[0]).toEqual(new Date(respondBy))
  })
})

describe('nothing else moves', () => {
  test('neither what is known already, nor what runs by the wall, nor what is paused or over', async () => {
    const known = await house.submit({ category: 'noise', urgency: 'danger' })
    const provisional = await house.submit()
    const paused = await house.submit()
    await api.get(tokens.worker, 'whistle.askBack', { ...paused, words: '在哪？' })
    const over = await house.bring('followedUp')
    api.now = at('2026-12-31T20:00')
    const byTheWall = await house.submit({ category: 'water' })
    expect(await duesOf(byTheWall)).toEqual([at('2026-12-31T22:00'), at('2027-01-01T20:00'), false])
    const others = () =>
      api.owner(`select to_jsonb(w) from whistle w where id <> $1 order by id`, [provisional.whistleId])
    const before = await others()
    await publish('2027-01-01', '2026-12-31')
    const [lines] = await api.owner<{ n: number }>('select count(*)::int as n from record')
    expect(await tick(api.database.urls.tick, new Date(thursday))).toMatchObject({ rescheduled: 1 })
    expect(await others()).toEqual(before)
    expect(await api.owner('select count(*)::int as n from record')).toEqual([{ n: lines!.n + 1 }])
    expect(await duesOf(provisional)).toEqual([at('2026-12-24T18:00'), at('2027-01-06T18:00'), false])
    for (const whistle of [known, paused, over]) expect(await rescheduled(whistle)).toEqual([])
  })

  test('nor a deadline that somebody set', async () => {
    const [solution, both, response] = [
      await house.bring('accepted'),
      await house.bring('accepted'),
      await house.bring('accepted'),
    ]
    const resolveBy = at('2027-01-04T12:00').toISOString()
    const respondBy = at('2026-12-28T12:00').toISOString()
    await house.dispatch(solution, { resolveBy })
    await house.dispatch(both, { resolveBy, respondBy })
    await house.dispatch(response, { respondBy })
    expect(await duesOf(both)).toEqual([new Date(respondBy), new Date(resolveBy), false])
    // sent on to somebody else, what was set goes on
    await house.dispatch(solution, { lead: house.parties.committee })
    await publish('2027-01-01')
    await run()
    expect(await duesOf(solution)).toEqual([at('2026-12-24T18:00'), new Date(resolveBy), false])
    expect(await duesOf(both)).toEqual([new Date(respondBy), new Date(resolveBy), false])
    expect(await duesOf(response)).toEqual([new Date(respondBy), at('2027-01-05T18:00'), false])
  })

  test('nor one that was extended', async () => {
    const whistle = await house.bring('responded')
    const resolveBy = at('2027-01-20T12:00').toISOString()
    await api.get(tokens.property, 'whistle.extend', { ...whistle, resolveBy, reason: '等配件' })
    await publish('2027-01-01')
    expect(await run()).toMatchObject({ rescheduled: 0 })
    expect((await duesOf(whistle)).slice(1)).toEqual([new Date(resolveBy), false])
  })

  test('but the response of what was extended meanwhile is still counted anew', async () => {
    // four in the afternoon of the last day: of the eight hours six are of the next year
    api.now = at('2026-12-31T16:00')
    const whistle = await house.bring('dispatched')
    expect(await duesOf(whistle)).toEqual([at('2027-01-01T16:00'), at('2027-01-11T18:00'), true])
    const resolveBy = at('2027-01-20T12:00').toISOString()
    const extended = { ...whistle, resolveBy, reason: '等配件' }
    expect(await api.get(tokens.property, 'whistle.extend', extended)).toMatchObject({ provisional: true })
    await publish('2027-01-01')
    expect(await run()).toMatchObject({ rescheduled: 1 })
    expect(await duesOf(whistle)).toEqual([at('2027-01-04T16:00'), new Date(resolveBy), false])
  })
})
