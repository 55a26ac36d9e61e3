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
const lastLine = async (at: At) => (await house.lines(at)).at(-1)!

describe('taken in', () => {
  const pause = async (at: At, hours: number) => {
    await api.get(tokens.worker, 'whistle.askBack', { ...at, words: '在哪一层？' })
    house.later(hours)
    await api.get(tokens.resident, 'whistle.answer', { ...at, words: '五层' })
  }

  test('as it was sent, its deadlines stay; put right, they follow from when it was reported', async () => {
    const [same, other] = [await house.submit(), await house.submit()]
    const before = await house.row(same)
    house.later(3)
    expect(await api.get(tokens.worker, 'whistle.accept', { ...same, urgency: 'ordinary' })).toEqual({
      state: 'accepted',
      responseDueAt: before.response_due_at.toISOString(),
      resolutionDueAt: before.resolution_due_at.toISOString(),
      provisional: false,
    })
    expect(
      await api.get(tokens.worker, 'whistle.accept', { ...other, category: 'gas', urgency: 'danger' }),
    ).toEqual({
      state: 'accepted',
      responseDueAt: inHours(-1),
      resolutionDueAt: inHours(21),
      provisional: false,
    })
    expect(await house.row(other)).toMatchObject({ category: 'gas', urgency: 'danger' })
  })

  test('asked back, both clocks stand still until the answer', async () => {
    const at = await house.submit({ category: 'water' })
    house.later(1)
    await pause(at, 30)
    // one of two hours and twenty-three of a day are left
    expect(await house.row(at)).toMatchObject({
      state: 'submitted',
      paused_at: null,
      response_due_at: new Date(inHours(1)),
      resolution_due_at: new Date(inHours(23)),
    })
  })

  test('put right after it was asked back, it is still given the time that stood still', async () => {
    const at = await house.submit({ category: 'facility' })
    house.later(1)
    await pause(at, 30)
    house.later(0.5)
    await pause(at, 10)
    const answer = await api.get(tokens.worker, 'whistle.accept', { ...at, category: 'water' })
    // an hour and a half have run
    expect(answer).toMatchObject({ responseDueAt: inHours(0.5), resolutionDueAt: inHours(22.5) })
  })

  test('put right after a day off was put into the calendar, that day counts for nothing', async () => {
    const at = await house.submit({ urgency: 'danger' })
    await api.owner(`insert into calendar_day values ('2026-11-16', false)`)
    house.later(24 * 4)
    const answer = await api.get(tokens.worker, 'whistle.accept', { ...at, urgency: 'ordinary' })
    await api.owner('delete from calendar_day')
    expect(answer).toMatchObject({ responseDueAt: '2026-11-17T10:00:00.000Z' })
  })

  test('is refused to an answer that says nothing, or shows a photo of somebody else', async () => {
    const at = await house.submit()
    await api.get(tokens.worker, 'whistle.askBack', { ...at, words: '在哪一层？' })
    expect(await api.refusal(tokens.resident, 'whistle.answer', at)).toBe('nothing_said')
    expect(
      await api.refusal(tokens.resident, 'whistle.answer', {
        ...at,
        photoIds: await house.photos('neighbour'),
      }),
    ).toBe('photo_unknown')
    const photoIds = await house.photos('resident')
    await api.get(tokens.resident, 'whistle.answer', { ...at, photoIds })
    expect(
      await api.owner('select photo_id, after_work from whistle_photo where whistle_id = $1', [at.whistleId]),
    ).toEqual([{ photo_id: photoIds[0], after_work: false }])
  })

  test('or not, with a reason that the reporter reads', async () => {
    const at = await house.submit()
    await api.get(tokens.worker, 'whistle.reject', { ...at, reason: '请打供电服务电话' })
    expect(await noteOf(at)).toBe('请打供电服务电话')
    expect(JSON.stringify(await house.lines(at))).not.toContain('供电')
  })
})

describe('a dispute', () => {
  const dispute = (at: At) => api.get(tokens.property, 'whistle.dispute', { ...at, reason: '是市政管道' })
  const decide = (at: At, decision: 'uphold' | 'refuse', reason?: string) =>
    api.ask(tokens.worker, 'whistle.decideDispute', { ...at, decision, ...(reason && { reason }) })

  test('that is upheld frees the party and whoever went out with it; it waits to be sent anew', async () => {
    const at = await house.bring('accepted')
    await house.dispatch(at, { co: [house.parties.department] })
    await dispute(at)
    expect(await house.sentTo(at)).toEqual(['弘运物业公司: disputed', '城管中队 (co): current'])
    expect((await decide(at, 'uphold')).body).toEqual({ state: 'accepted' })
    expect(await house.sentTo(at)).toEqual(['弘运物业公司: upheld', '城管中队 (co): replaced'])
    expect(await api.refusal(tokens.property, 'whistle.respond', at)).toBe('forbidden')
    expect(await lastLine(at)).toMatchObject({
      action: 'whistle.disputeUpheld',
      before: { state: 'dispatched' },
      after: { state: 'accepted', by: 'community' },
    })
    await house.dispatch(at, { lead: house.parties.committee })
    expect((await house.row(at)).state).toBe('dispatched')
  })

  test('that is refused, with a reason, stays with the party, who may dispute anew', async () => {
    const at = await house.bring('dispatched')
    await dispute(at)
    expect((await decide(at, 'refuse')).body).toMatchObject({ code: 'reason_needed' })
    expect((await decide(at, 'refuse', '合同第三条写着')).body).toEqual({ state: 'dispatched' })
    expect(await house.sentTo(at)).toEqual(['弘运物业公司: current'])
    const [note] = await api.owner<{ words: string }>(
      `select words from whistle_note where whistle_id = $1 order by entry_id desc limit 1`,
      [at.whistleId],
    )
    expect(note!.words).toBe('合同第三条写着')
    expect(await lastLine(at)).toMatchObject({ action: 'whistle.disputeRefused', before: null })
    expect(await dispute(at)).toEqual({ state: 'dispatched' })
  })

  test('is over once the party turns up, or the work is sent to somebody else', async () => {
    const [came, sent] = [await house.bring('dispatched'), await house.bring('dispatched')]
    for (const at of [came, sent]) await dispute(at)
    await api.get(tokens.property, 'whistle.respond', came)
    expect(await house.sentTo(came)).toEqual(['弘运物业公司: current'])
    await house.dispatch(sent, { lead: house.parties.committee })
    expect(await house.sentTo(sent)).toEqual(['弘运物业公司: replaced', '弘运小区业委会: current'])
    expect((await decide(sent, 'uphold')).body).toMatchObject({ code: 'not_disputed' })
  })
})

describe('an extension', () => {
  const extend = (at: At, resolveBy: string, token = tokens.property) =>
    api.ask(token, 'whistle.extend', { ...at, resolveBy, reason: '等管件到货' })

  test('has a reason, moves the deadline of the solution, and is the party’s once', async () => {
    const at = await house.bring('responded')
    const { response_due_at } = await house.row(at)
    const resolveBy = inHours(24 * 20)
    expect((await extend(at, resolveBy)).body).toEqual({
      state: 'responded',
      responseDueAt: response_due_at.toISOString(),
      resolutionDueAt: resolveBy,
      provisional: false,
    })
    expect(await noteOf(at)).toBe('等管件到货')
    expect(await lastLine(at)).toMatchObject({
      action: 'whistle.extended',
      actor_role: 'responder',
      after: { by: 'party' },
    })
    expect((await extend(at, inHours(24 * 30))).body).toMatchObject({ code: 'extended_already' })
    for (const days of [30, 40])
      expect((await extend(at, inHours(24 * days), tokens.worker)).status).toBe(200)
    // sent to somebody else, that party has its own
    await house.dispatch(at, { lead: house.parties.committee })
    expect((await extend(at, inHours(24 * 50), tokens.committee)).status).toBe(200)
    expect(
      await api.refusal(tokens.worker, 'whistle.extend', { ...at, resolveBy: inHours(24 * 55) } as never),
    ).toBe('invalid')
  })

  test('by the community does not use up the party’s', async () => {
    const at = await house.bring('dispatched')
    expect((await extend(at, inHours(24 * 20), tokens.officer)).status).toBe(200)
    expect((await extend(at, inHours(24 * 30))).status).toBe(200)
  })

  test('lies ahead, later than the deadline, and at most sixty days from now', async () => {
    const at = await house.bring('responded')
    const { resolution_due_at } = await house.row(at)
    const codes = []
    for (const by of [
      inHours(-1),
      inHours(0),
      inHours(24),
      resolution_due_at.toISOString(),
      inHours(24 * 60 + 1),
    ])
      codes.push(((await extend(at, by)).body as { code: string }).code)
    expect(codes).toEqual(['due_past', 'due_past', 'due_not_later', 'due_not_later', 'due_too_far'])
    expect((await house.row(at)).resolution_due_at).toEqual(resolution_due_at)
    expect((await extend(at, inHours(24 * 60))).status).toBe(200)
  })
})

describe('a resolution', () => {
  test('needs a photo or a word of what was done', async () => {
    const [worded, pictured] = [await house.bring('responded'), await house.bring('responded')]
    for (const empty of [{}, { photoIds: [] }])
      expect(await api.refusal(tokens.property, 'whistle.resolve', { ...worded, ...empty })).toBe(
        'evidence_needed',
      )
    expect(await api.refusal(tokens.property, 'whistle.resolve', { ...worded, words: '  ' })).toBe('invalid')
    expect(
      await api.refusal(tokens.property, 'whistle.resolve', {
        ...worded,
        photoIds: await house.photos('secondHand'),
      }),
    ).toBe('photo_unknown')
    const opened = await house.photos('property')
    await api.owner(
      `update photo set state = 'opened', width = null, height = null, made_at = null, open_until = opened_at + interval '1 hour' where id = any ($1)`,
      [opened],
    )
    expect(await api.refusal(tokens.property, 'whistle.resolve', { ...worded, photoIds: opened })).toBe(
      'photo_unknown',
    )
    expect((await house.row(worded)).state).toBe('responded')
    await api.get(tokens.property, 'whistle.resolve', { ...worded, words: '换了两米水管' })
    const photoIds = await house.photos('property', 2)
    await api.get(tokens.property, 'whistle.resolve', { ...pictured, photoIds })
    expect(
      await api.owner('select photo_id, after_work from whistle_photo where whistle_id = $1 order by place', [
        pictured.whistleId,
      ]),
    ).toEqual(photoIds.map((photo_id) => ({ photo_id, after_work: true })))
  })

  test('that was not enough is not shown with the same photo again, at once or later', async () => {
    const at = await house.bring('responded')
    const photoIds = await house.photos('property')
    await api.get(tokens.property, 'whistle.resolve', { ...at, photoIds })
    await api.get(tokens.resident, 'whistle.followUp', { ...at, outcome: 'half' })
    await api.get(tokens.property, 'whistle.respond', at)
    const again = { ...at, photoIds }
    expect(await api.refusal(tokens.property, 'whistle.resolve', again)).toBe('photo_unknown')
    const [one, other] = [await house.bring('responded'), await house.bring('responded')]
    const fresh = await house.photos('property')
    const answers = await Promise.all(
      [one, other].map((it) => api.ask(tokens.property, 'whistle.resolve', { ...it, photoIds: fresh })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })
})

describe('merged', () => {
  const into = (at: At, other: At) =>
    api.refusal(tokens.worker, 'whistle.merge', { ...at, intoId: other.whistleId })

  test('it goes on with another of its compound, and not with one of the next, with itself, or with one that is over', async () => {
    const [at, other] = [await house.submit(), await house.submit()]
    const next = await house.submit({ compoundId: house.places.nextCompound.id })
    const over = await house.submit()
    await api.get(tokens.resident, 'whistle.withdraw', over)
    const lines = await house.lines(at)
    expect(await into(at, next)).toBe('merge_elsewhere')
    expect(await into(at, at)).toBe('merge_itself')
    expect(await into(at, over)).toBe('merge_ended')
    expect(await house.lines(at)).toEqual(lines)
    expect((await house.lines(next)).map((l) => l.action)).toEqual(['whistle.submitted'])
    await api.get(tokens.worker, 'whistle.merge', { ...at, intoId: other.whistleId })
    expect((await house.row(at)).state).toBe('merged')
  })
})
