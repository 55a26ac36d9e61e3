import { randomUUID } from 'node:crypto'
import type { EndpointName, Input } from '../../shared/contract'
import type { ErrorBody } from '../../shared/kernel/refusal'
import { type At, type MeetingHouse, openMeetingHouse } from './house'
import { fingerprint } from './promises'

let house: MeetingHouse
beforeAll(async () => {
  house = await openMeetingHouse()
})
beforeEach(() => house.anew())
afterAll(() => {
  expect(house.api.faults).toEqual([])
  return house.api.close()
})

/** Refused with a sentence, and nothing written. */
async function refused<N extends EndpointName>(who: keyof MeetingHouse['tokens'], name: N, input: Input<N>) {
  const before = await fingerprint(house)
  const { status, body } = await house.api.ask(house.tokens[who], name, input)
  expect(await fingerprint(house)).toBe(before)
  const { code, message, fields } = body as ErrorBody
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(message).toMatch(/[\u4e00-\u9fff]{4}/)
  return code === 'invalid' ? `invalid: ${Object.keys(fields ?? {}).join()}` : code
}
const ofMeeting = (at: At) => ({ ...at, id: randomUUID() })

test('a meeting in the past', async () => {
  expect(await refused('worker', 'meeting.plan', house.planned({ startsAt: house.inHours(-0.01) }))).toBe(
    'meeting_past',
  )
  const at = await house.bring('noticed')
  const moved = { ...ofMeeting(at), startsAt: house.inHours(-24), reason: '早一点' }
  expect(await refused('worker', 'meeting.move', moved)).toBe('meeting_past')
  house.later(24 * 5)
  expect(await refused('worker', 'meeting.notice', at)).toBe('meeting_moved')
})

test('owners’ matters without fifteen days of notice, also under a setting that would allow less', async () => {
  const at = await house.plan()
  const item = { ...ofMeeting(at), title: '动用公共收益', owners: true }
  await house.api.get(house.tokens.worker, 'meeting.addItem', item)
  expect(await refused('worker', 'meeting.notice', at)).toBe('notice_short')
  const noticed = await house.bring('noticed')
  expect(await refused('worker', 'meeting.addItem', { ...item, ...ofMeeting(noticed) })).toBe('notice_short')
  expect(
    await refused('worker', 'meeting.setTerms', {
      communityId: at.communityId,
      noticeDays: 0,
      ownersNoticeDays: 14,
      amendHours: 48,
      objectDays: 7,
    }),
  ).toBe('invalid: ownersNoticeDays')
})

test('a sign-in from another building, with an old code, with half a code, twice', async () => {
  const at = await house.bring('underWay')
  const code = house.code(at)
  expect(await refused('nextDoor', 'meeting.signIn', { ...ofMeeting(at), code })).toBe('not_invited')
  house.later(1 / 30)
  expect(await refused('owner', 'meeting.signIn', { ...ofMeeting(at), code })).toBe('code_old')
  expect(await refused('owner', 'meeting.signIn', { ...ofMeeting(at), code: '12345' })).toBe('invalid: code')
  await house.signIn(at, house.tokens.owner)
  expect(await refused('owner', 'meeting.signIn', { ...ofMeeting(at), code: house.code(at) })).toBe(
    'signed_in_already',
  )
})

test('minutes published without the chair', async () => {
  const at = await house.bringMinutes('open')
  house.later(48)
  expect(await refused('worker', 'minutes.publish', at)).toBe('signatures_missing')
  await house.api.get(house.tokens.worker, 'minutes.sign', at)
  expect(await refused('worker', 'minutes.publish', at)).toBe('signatures_missing')
  expect(await refused('colleague', 'minutes.sign', at)).toBe('not_signer')
  // and nobody is both
  const both = { ...(await house.plan()), chairId: house.ids.worker, recorderId: house.ids.worker }
  expect(await refused('worker', 'meeting.change', both)).toBe('chair_records')
})

test('two editors: the second is shown the first, and overwrites nothing', async () => {
  const at = await house.bring('underWay')
  const itemId = randomUUID()
  await house.write(at, { itemId })
  await house.write(at, { itemId, revision: 1, words: '先写的' })
  const late = { ...at, itemId, revision: 1, place: 1, title: '楼梯扶手', words: '后写的' }
  expect(await refused('colleague', 'minutes.write', late)).toBe('item_changed')
  await house.api.get(house.tokens.worker, 'minutes.strike', { ...at, itemId, revision: 2 })
  expect(await refused('colleague', 'minutes.write', late)).toBe('item_struck')
})

test('50,000 characters, a title on two lines, a letter that cannot be kept', async () => {
  const at = await house.bring('underWay')
  const said = { ...at, itemId: randomUUID(), revision: 0, place: 1, title: '楼梯扶手', words: '说了' }
  const long = '长'.repeat(50_000)
  expect(await refused('worker', 'minutes.write', { ...said, words: long })).toBe('invalid: words')
  expect(await refused('worker', 'minutes.write', { ...said, restricted: long })).toBe('invalid: restricted')
  expect(await refused('worker', 'minutes.write', { ...said, title: '扶手\n决议' })).toBe('invalid: title')
  expect(await refused('worker', 'minutes.write', { ...said, words: '\ud800' })).toBe('invalid: words')
  expect(await refused('worker', 'meeting.addItem', { ...ofMeeting(at), title: '议题', words: long })).toBe(
    'invalid: words',
  )
  // what is allowed is kept whole
  const most = '长'.repeat(5000)
  await house.api.get(house.tokens.worker, 'minutes.write', { ...said, words: most })
  expect((await house.api.get(house.tokens.worker, 'minutes.get', at)).entries[0]?.words).toBe(most)
})

test('an agenda item linked to a whistle of another community, or of the next compound', async () => {
  const at = await house.plan()
  const linked = (whistleId: string) => ({ ...ofMeeting(at), title: '议题', whistleIds: [whistleId] })
  const there = await house.submit(
    { communityId: house.places.there.id, compoundId: house.places.compoundThere.id },
    house.tokens.stranger,
  )
  expect(await refused('worker', 'meeting.addItem', linked(there.whistleId))).toBe('whistle_elsewhere')
  expect(await refused('worker', 'meeting.addItem', linked(randomUUID()))).toBe('whistle_elsewhere')
  const next = await house.submit({ compoundId: house.places.nextCompound.id })
  expect(await refused('worker', 'meeting.addItem', linked(next.whistleId))).toBe('whistle_elsewhere')
  // and past the verbs: a foreign key and a trigger stand in the way
  const item = { ...ofMeeting(at), title: '议题' }
  await house.api.get(house.tokens.worker, 'meeting.addItem', item)
  const put = (whistleId: string) =>
    house.api.owner('insert into meeting_item_whistle values ($1, $2, $3, $4)', [
      at.communityId,
      at.meetingId,
      item.id,
      whistleId,
    ])
  await expect(put(there.whistleId)).rejects.toThrow('the whistle is of another compound than the meeting')
  await expect(put(next.whistleId)).rejects.toThrow('the whistle is of another compound than the meeting')
})

describe('a pledge', () => {
  const asked = async () => {
    const call = await house.resolve(await house.bring('underWay'), {
      pledge: { targetFen: 480_000, until: '2026-12-05' },
    })
    await house.api.owner('update resolution set published = true where id = $1', [call.resolutionId])
    return call
  }
  test('of 0, of 0.001, of less than nothing, of 10 million', async () => {
    const call = await asked()
    const of = (yuan: number) => ({
      ...call,
      id: randomUUID(),
      homeId: house.homes.home201.id,
      fen: yuan * 100,
    })
    for (const yuan of [0, 0.001, -5, 10_000_000, Number.NaN, 1e300])
      expect(await refused('owner', 'pledge.give', of(yuan))).toBe('invalid: fen')
    // as much as may be said, but more than is needed
    expect(await refused('owner', 'pledge.give', of(1_000_000))).toBe('pledge_over')
  })
  test('for a neighbour, for a home that is none of the circle, for what nobody asked money for', async () => {
    const call = await asked()
    const give = { ...call, id: randomUUID(), fen: 100 }
    expect(await refused('owner', 'pledge.give', { ...give, homeId: house.places.home1.id })).toBe(
      'home_not_yours',
    )
    expect(await refused('worker', 'pledge.give', { ...give, homeId: house.homes.homeNext.id })).toBe(
      'home_elsewhere',
    )
    const none = await house.resolve(await house.bring('underWay'))
    await house.api.owner('update resolution set published = true where id = $1', [none.resolutionId])
    expect(await refused('owner', 'pledge.give', { ...give, ...none, homeId: house.homes.home201.id })).toBe(
      'pledge_not_asked',
    )
  })
  test('that the call itself could not ask for', async () => {
    const at = await house.bring('underWay')
    const said = {
      ...ofMeeting(at),
      revision: 0,
      words: '加装扶手',
      party: { kind: 'committee' as const, partyId: house.places.compound.id },
      dueOn: '2027-01-15',
    }
    const until = '2026-12-05'
    for (const targetFen of [0, 0.1, 1_000_000_001])
      expect(await refused('worker', 'resolution.write', { ...said, pledge: { targetFen, until } })).toBe(
        'invalid: pledge.targetFen',
      )
    const past = { targetFen: 100, until: '2026-11-01' }
    expect(await refused('worker', 'resolution.write', { ...said, pledge: past })).toBe('pledge_day_past')
  })
})

test('a resolution without a party, or with one of another compound', async () => {
  const at = await house.bring('underWay')
  const said = { ...ofMeeting(at), revision: 0, words: '加装扶手', dueOn: '2027-01-15' }
  expect(await refused('worker', 'resolution.write', said as never)).toBe('invalid: party')
  const { nextCompound, engagedThere, buildingElsewhere } = house.places
  for (const party of [
    { kind: 'committee', partyId: nextCompound.id },
    { kind: 'property', partyId: engagedThere.id },
    { kind: 'residents', partyId: buildingElsewhere.id },
    { kind: 'branch', partyId: randomUUID() },
  ] as const)
    expect(await refused('worker', 'resolution.write', { ...said, party })).toBe('party_elsewhere')
  const early = {
    ...said,
    party: { kind: 'committee' as const, partyId: house.places.compound.id },
    dueOn: '2026-11-01',
  }
  expect(await refused('worker', 'resolution.write', early)).toBe('resolution_due_past')
})
