import { randomUUID } from 'node:crypto'
import type { TestApi } from '../kernel/api'
import { type At, openWhistleHouse, type WhistleHouse } from './house'

// nine o’clock in China
const monday = '2026-11-16T01:00:00Z'

let house: WhistleHouse
let api: TestApi
let tokens: WhistleHouse['tokens']
beforeAll(async () => {
  house = await openWhistleHouse({ now: new Date(monday) })
  ;({ api, tokens } = house)
})
beforeEach(() => house.anew(monday))
afterEach(() => expect(api.faults).toEqual([]))
afterAll(() => api.close())

const inHours = (hours: number) => new Date(api.now.getTime() + hours * 3_600_000).toISOString()
const noteOf = async (at: At) => {
  const [note] = await api.owner<{ words: string }>(
    'select words from whistle_note where whistle_id = $1 order by entry_id desc limit 1',
    [at.whistleId],
  )
  return note?.words
}

describe('a follow-up', () => {
  const followUp = (token: string, at: At, more: object = { outcome: 'solved', stars: 5 }) =>
    api.ask(token, 'whistle.followUp', { ...at, ...more } as never)

  test('is never by the handler, also where they are a worker of the community or reported it themselves', async () => {
    const both = await house.addPerson('both')
    await house.give(both.id, 'responder', 'propertyCompany')
    await house.give(both.id, 'communityWorker', 'here')
    const theirs = await house.submit({}, both.token)
    for (const at of [await house.bring('responded'), await house.bringOn(theirs, 'responded')]) {
      await api.get(both.token, 'whistle.resolve', { ...at, words: '修好了' })
      expect((await followUp(both.token, at)).body).toMatchObject({ code: 'handler_follows_up' })
      expect((await house.row(at)).state).toBe('resolved')
      // a colleague from the same desk, or from the community, is somebody else
      expect((await followUp(tokens.colleague, at)).status).toBe(200)
    }
  })

  test('that says solved tells how satisfied they are', async () => {
    const at = await house.bring('resolved')
    expect((await followUp(tokens.resident, at, { outcome: 'solved' })).body).toMatchObject({
      code: 'stars_needed',
    })
    for (const stars of [0, 6, 2.5])
      expect((await followUp(tokens.resident, at, { outcome: 'solved', stars })).body).toMatchObject({
        code: 'invalid',
      })
    await followUp(tokens.resident, at, { outcome: 'solved', stars: 2, words: '有点慢' })
    expect(await house.row(at)).toMatchObject({ state: 'followedUp', outcome: 'solved', stars: 2 })
    expect(await noteOf(at)).toBe('有点慢')
  })

  test.each(['half', 'not'] as const)(
    'that says %s opens it again for whoever had it, with a clock of its own',
    async (outcome) => {
      const at = await house.bring('resolved')
      house.later(24 * 3)
      expect((await followUp(tokens.resident, at, { outcome, words: '还漏' })).body).toMatchObject({
        state: 'reopened',
      })
      const row = await house.row(at)
      expect(row).toMatchObject({ outcome, reopenings: 1, raised_at: null })
      // seven working days from Thursday
      expect(row.resolution_due_at).toEqual(new Date(inHours(24 * 11 + 9)))
      await api.get(tokens.property, 'whistle.respond', at)
      await api.get(tokens.property, 'whistle.resolve', { ...at, words: '又修了' })
      expect(await house.row(at)).toMatchObject({ state: 'resolved', outcome: null })
    },
  )
})

describe('opened again', () => {
  const reopen = (at: At) => api.ask(tokens.resident, 'whistle.reopen', { ...at, reason: '又坏了' })
  const close = async (at: At) => {
    await api.get(tokens.resident, 'whistle.followUp', { ...at, outcome: 'solved', stars: 4 })
    await api.get(tokens.worker, 'whistle.close', at)
  }
  const again = async (at: At) => {
    await api.get(tokens.property, 'whistle.respond', at)
    await api.get(tokens.property, 'whistle.resolve', { ...at, words: '又修了' })
  }
  const heardByOfficer = async (at: At) =>
    (
      await api.owner('select action from inbox where person_id = $1 and subject_id = $2', [
        house.ids.officer,
        at.whistleId,
      ])
    ).map((i) => i.action)

  test('after it was closed, within seven days, whoever had it has it again', async () => {
    const at = await house.bring('resolved')
    await close(at)
    expect(await api.owner('select state from dispatch where whistle_id = $1', [at.whistleId])).toEqual([
      { state: 'done' },
    ])
    house.later(24 * 7)
    expect((await reopen(at)).status).toBe(200)
    expect(
      await api.owner('select state, ended_at from dispatch where whistle_id = $1', [at.whistleId]),
    ).toEqual([{ state: 'current', ended_at: null }])
    expect(await house.row(at)).toMatchObject({ closed_at: null, outcome: 'not', stars: null })
    expect(await heardByOfficer(at)).toEqual([])
  })

  test('for somebody who rang it is by the community, which for others it is not', async () => {
    const rang = { communityId: house.places.here.id, whistleId: randomUUID() }
    const { communityId, ...report } = house.report()
    await api.get(tokens.worker, 'whistle.intake', {
      communityId,
      id: rang.whistleId,
      compoundId: report.compoundId,
      category: report.category,
      urgency: report.urgency,
      words: report.words!,
      source: 'phone',
      phone: '13800000001',
    })
    const theirs = await house.bring('resolved')
    await house.bringOn(rang, 'resolved')
    for (const at of [rang, theirs]) {
      await api.get(tokens.worker, 'whistle.followUp', { ...at, outcome: 'solved', stars: 4 })
      await api.get(tokens.worker, 'whistle.close', at)
    }
    const reopenedBy = (at: At) =>
      api.ask(tokens.colleague, 'whistle.reopen', { ...at, reason: '来电说又坏了' })
    expect((await reopenedBy(theirs)).body).toMatchObject({ code: 'forbidden' })
    expect((await reopenedBy(rang)).status).toBe(200)
    expect((await house.row(rang)).state).toBe('reopened')
  })

  test('after the seven days it is not', async () => {
    const at = await house.bring('resolved')
    await close(at)
    house.later(24 * 7 + 0.01)
    expect((await reopen(at)).body).toMatchObject({ code: 'reopen_late' })
    expect((await house.row(at)).state).toBe('closed')
  })

  test('the second time it goes to the level above, which hears of it', async () => {
    const at = await house.bring('resolved')
    await close(at)
    await reopen(at)
    await again(at)
    house.later(2)
    await api.get(tokens.resident, 'whistle.followUp', { ...at, outcome: 'not' })
    expect(await house.row(at)).toMatchObject({ reopenings: 2, raised_at: api.now, raised_for: 'reopened' })
    expect((await house.lines(at)).map((l) => l.action).slice(-2)).toEqual([
      'whistle.followedUp',
      'whistle.raised',
    ])
    expect(await heardByOfficer(at)).toEqual(['whistle.raised'])
  })

  test('the second time it goes there also where it was raised for being late before', async () => {
    const at = await house.bring('resolved')
    await api.owner(`update whistle set raised_at = submitted_at, raised_for = 'response' where id = $1`, [
      at.whistleId,
    ])
    await close(at)
    await reopen(at)
    await again(at)
    house.later(2)
    await close(at)
    await reopen(at)
    expect(await house.row(at)).toMatchObject({ raised_at: api.now, raised_for: 'reopened' })
    expect(await heardByOfficer(at)).toEqual(['whistle.raised'])
  })
})
