import { type TickDone, tick } from '../../functions/tick'
import type { TestApi } from '../kernel/api'
import { type At, type Name, openWhistleHouse, type WhistleHouse } from './house'
import { tally, told } from './racing'

// nine o’clock in China, with eight working hours until six
const monday = '2026-11-16T01:00:00Z'

let house: WhistleHouse
let api: TestApi
let tokens: WhistleHouse['tokens']
beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date(monday) })
  ;({ api, tokens } = house)
})
beforeEach(async () => {
  await house.anew(monday)
  // what other tests left running is none of this one's
  await api.owner(
    `update whistle set response_from = '2020-01-01', resolution_from = '2020-01-01', response_due_at = '2100-01-01',
       resolution_due_at = '2100-01-01', resolved_at = '2100-01-01', followed_up_at = '2100-01-01'`,
  )
})
afterEach(() => expect(api.faults).toEqual([]))
afterAll(() => api.close())

const at = (written: string) => new Date(`2026-11-${written}+08:00`)
const run = (when: Date): Promise<TickDone> => tick(api.database.urls.tick, when)
/** What the ticks since told of it, in order. */
const said = async (whistle: At) => Object.keys(await tally(api, told, [whistle]))[0]!.split(', ')
const heard = async (who: Name, whistle: At) => {
  const lines = await api.owner<{ action: string; times: number }>(
    'select action, times from inbox where person_id = $1 and subject_id = $2 order by at',
    [house.ids[who], whistle.whistleId],
  )
  return lines.map((l) => l.action)
}
const nothing = (done: TickDone) => Object.values(done).every((n) => n === 0)

describe('reminders', () => {
  test('come at half time and at the deadline, once each, for the clock that runs', async () => {
    const whistle = await house.bring('dispatched')
    const lines = (await said(whistle)).length
    const since = async () => (await said(whistle)).slice(lines)
    expect(await run(at('16T13:29'))).toMatchObject({ reminded: 0 })
    expect(await run(at('16T13:30'))).toMatchObject({ reminded: 1 })
    expect(await run(at('16T17:59'))).toMatchObject({ reminded: 0 })
    expect(await run(at('16T18:00'))).toMatchObject({ reminded: 1, raised: 0 })
    expect(nothing(await run(at('16T18:30')))).toBe(true)
    api.now = at('16T18:40')
    await api.get(tokens.property, 'whistle.respond', whistle)
    // seven working days: until Wednesday week at six
    expect(nothing(await run(at('21T01:29')))).toBe(true)
    await run(at('21T01:30'))
    await run(at('25T18:00'))
    expect(nothing(await run(at('25T18:00')))).toBe(true)
    expect(await since()).toEqual([
      'whistle.reminded responseHalf',
      'whistle.reminded responseDue',
      'whistle.responded',
      'whistle.reminded resolutionHalf',
      'whistle.reminded resolutionDue',
    ])
  })

  test('reach the workers and the desk, and not the reporter', async () => {
    const whistle = await house.bring('dispatched')
    await api.owner('delete from outbox')
    await api.owner('delete from inbox')
    await run(at('16T13:30'))
    for (const who of ['worker', 'colleague', 'property', 'secondHand'] as const)
      expect(await heard(who, whistle)).toEqual(['whistle.reminded'])
    for (const who of ['resident', 'officer', 'otherWorker', 'department'] as const)
      expect(await heard(who, whistle)).toEqual([])
  })

  test('skip half time where nobody ticked before the deadline', async () => {
    const whistle = await house.bring('accepted')
    await run(at('16T18:05'))
    await run(at('16T18:10'))
    expect((await said(whistle)).slice(2)).toEqual(['whistle.reminded responseDue'])
  })

  test('by two machines at once, and again by both, are no more', async () => {
    const whistles = [await house.bring('submitted'), await house.bring('responded')]
    const both = (when: Date) => Promise.all([run(when), run(when)])
    await both(at('16T13:30'))
    await both(at('16T18:00'))
    await both(at('16T20:00'))
    await both(at('16T20:00'))
    expect(await said(whistles[0]!)).toEqual([
      'whistle.submitted',
      'whistle.reminded responseHalf',
      'whistle.reminded responseDue',
      'whistle.raised',
    ])
    expect((await said(whistles[1]!)).at(-1)).toBe('whistle.responded')
  })

  test('do not come at once after a pause: half of what was left has to go by', async () => {
    const whistle = await house.bring('submitted')
    expect(await run(at('16T13:30'))).toMatchObject({ reminded: 1 })
    api.now = at('16T16:00')
    await api.get(tokens.worker, 'whistle.askBack', { ...whistle, words: '在哪一层？' })
    api.now = at('18T09:00')
    await api.get(tokens.resident, 'whistle.answer', { ...whistle, words: '五层' })
    expect(await house.row(whistle)).toMatchObject({ response_due_at: at('18T11:00') })
    expect(nothing(await run(at('18T09:59')))).toBe(true)
    expect(await run(at('18T10:00'))).toMatchObject({ reminded: 1 })
    expect(nothing(await run(at('18T10:30')))).toBe(true)
    expect((await said(whistle)).slice(1)).toEqual([
      'whistle.reminded responseHalf',
      'whistle.askedBack',
      'whistle.answered',
      'whistle.reminded responseHalf',
    ])
  })

  test('do not come again for a pause that moved nothing, nor for a matter that was put right', async () => {
    const [paused, corrected] = [await house.bring('submitted'), await house.bring('submitted')]
    await run(at('16T13:30'))
    api.now = at('16T13:31')
    await api.get(tokens.worker, 'whistle.askBack', { ...paused, words: '在哪一层？' })
    await api.get(tokens.resident, 'whistle.answer', { ...paused, words: '五层' })
    await api.get(tokens.worker, 'whistle.accept', { ...corrected, urgency: 'complex' })
    expect(nothing(await run(at('16T17:59')))).toBe(true)
  })

  test('come anew for a deadline that was extended', async () => {
    const whistle = await house.bring('responded')
    await run(at('25T18:00'))
    api.now = at('25T18:30')
    const resolveBy = at('30T18:00').toISOString()
    await api.get(tokens.property, 'whistle.extend', { ...whistle, resolveBy, reason: '等配件' })
    // half of the five days that it was given
    expect(nothing(await run(at('28T06:14')))).toBe(true)
    await run(at('28T06:15'))
    expect(nothing(await run(at('30T17:59')))).toBe(true)
    await run(at('30T18:00'))
    await run(at('30T18:01'))
    expect((await said(whistle)).slice(4)).toEqual([
      'whistle.reminded resolutionDue',
      'whistle.extended',
      'whistle.reminded resolutionHalf',
      'whistle.reminded resolutionDue',
    ])
  })
})

describe('the level above', () => {
  test('is told two hours after a deadline, once, and has it on its desk', async () => {
    const whistle = await house.bring('dispatched')
    await run(at('16T19:59'))
    expect((await house.row(whistle)).raised_at).toBeNull()
    expect(await run(at('16T20:00'))).toMatchObject({ raised: 1 })
    expect(nothing(await run(at('16T20:30')))).toBe(true)
    expect(await house.row(whistle)).toMatchObject({ raised_at: at('16T20:00'), raised_for: 'response' })
    expect((await house.lines(whistle)).at(-1)).toMatchObject({
      action: 'whistle.raised',
      actor_role: null,
      after: { by: 'clock', for: 'response' },
    })
    expect(await heard('officer', whistle)).toEqual(['whistle.raised'])
    expect(await heard('otherWorker', whistle)).toEqual([])
    expect((await heard('property', whistle)).at(-1)).toBe('whistle.raised')
  })

  test('is told again when the solution is late as well', async () => {
    const whistle = await house.bring('dispatched')
    await run(at('16T20:00'))
    api.now = at('16T21:00')
    await api.get(tokens.property, 'whistle.respond', whistle)
    await run(at('25T20:00'))
    expect(await house.row(whistle)).toMatchObject({ raised_at: at('25T20:00'), raised_for: 'resolution' })
    expect(await heard('officer', whistle)).toEqual(['whistle.raised', 'whistle.raised'])
  })

  test('is not told of what is paused, solved or over', async () => {
    const bringAside = {
      paused: await house.bring('submitted'),
      tabled: await house.bring('accepted'),
      resolved: await house.bring('resolved'),
      rejected: await house.bring('submitted'),
      withdrawn: await house.bring('accepted'),
      merged: await house.bring('submitted'),
    }
    const { paused, tabled, rejected, withdrawn, merged, resolved } = bringAside
    await api.get(tokens.worker, 'whistle.askBack', { ...paused, words: '在哪？' })
    await api.get(tokens.worker, 'whistle.reject', { ...rejected, reason: '不归社区' })
    await api.get(tokens.resident, 'whistle.withdraw', withdrawn)
    await api.get(tokens.worker, 'whistle.merge', { ...merged, intoId: paused.whistleId })
    await api.owner('alter table whistle disable trigger whistle_moves')
    await api.owner(`update whistle set state = 'tabled', paused_at = $2 where id = $1`, [
      tabled.whistleId,
      api.now,
    ])
    await api.owner('alter table whistle enable trigger whistle_moves')
    const linesOfAll = async () => {
      const all = []
      for (const whistle of Object.values(bringAside)) all.push(await house.lines(whistle))
      return all
    }
    const stood = await linesOfAll()
    for (const when of ['16T13:30', '16T18:00', '16T20:00']) expect(nothing(await run(at(when)))).toBe(true)
    expect(await linesOfAll()).toEqual(stood)
    expect((await house.row(resolved)).state).toBe('resolved')
  })
})

describe('it is closed', () => {
  const dispatchOf = (whistle: At) =>
    api.owner('select state, ended_at from dispatch where whistle_id = $1', [whistle.whistleId])

  test('as unanswered seven days after it was solved, to the minute, and the reporter hears of it', async () => {
    const whistle = await house.bring('resolved')
    expect(await run(at('23T08:59'))).toMatchObject({ unanswered: 0 })
    expect(await run(at('23T09:00'))).toMatchObject({ unanswered: 1, closed: 0 })
    expect(nothing(await run(at('23T09:00')))).toBe(true)
    expect(await house.row(whistle)).toMatchObject({
      state: 'closed',
      outcome: 'unanswered',
      stars: null,
      closed_at: at('23T09:00'),
    })
    expect(await dispatchOf(whistle)).toEqual([{ state: 'done', ended_at: at('23T09:00') }])
    expect((await house.lines(whistle)).at(-1)).toMatchObject({
      action: 'whistle.closed',
      actor_role: null,
      after: { by: 'clock', state: 'closed', outcome: 'unanswered' },
    })
    expect((await heard('resident', whistle)).at(-1)).toBe('whistle.closed')
  })

  test('a day after it was followed up, with what the follow-up said', async () => {
    const whistle = await house.bring('followedUp')
    expect(await run(at('17T08:59'))).toMatchObject({ closed: 0 })
    expect(await run(at('17T09:00'))).toMatchObject({ closed: 1, unanswered: 0 })
    expect(await house.row(whistle)).toMatchObject({ state: 'closed', outcome: 'solved', stars: 5 })
    expect(await dispatchOf(whistle)).toEqual([{ state: 'done', ended_at: at('17T09:00') }])
  })

  test('not while it is open again', async () => {
    const whistle = await house.bring('followedUp')
    await api.get(tokens.resident, 'whistle.reopen', { ...whistle, reason: '又坏了' })
    expect(await run(at('24T09:00'))).toMatchObject({ closed: 0, unanswered: 0 })
    expect((await house.row(whistle)).state).toBe('reopened')
  })

  test('and what was closed unanswered may be opened again by its reporter', async () => {
    const whistle = await house.bring('resolved')
    await run(at('23T09:00'))
    api.now = at('29T09:00')
    await api.get(tokens.resident, 'whistle.reopen', { ...whistle, reason: '没修好' })
    expect(await house.row(whistle)).toMatchObject({ state: 'reopened', outcome: 'not', closed_at: null })
    expect(await dispatchOf(whistle)).toEqual([{ state: 'current', ended_at: null }])
  })
})
