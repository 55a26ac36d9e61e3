import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { numberOf } from '../../shared/slip/number'
import { type CheckinHouse, openCheckinHouse, profile } from './house'

let house: CheckinHouse
beforeAll(async () => {
  house = await openCheckinHouse()
})
afterAll(() => house.api.close())

describe('the whole path', () => {
  test('leads from the slip over community and unit to a receipt that anyone can verify', async () => {
    const { api, tokens, ids } = house
    const slip = await house.issue('党员甲', { phone: '13900000001' })
    expect((await api.get(tokens.member, 'checkin.mine', {})).next).toBe('consent')
    await house.consent(tokens.member)
    expect((await api.get(tokens.member, 'checkin.mine', {})).next).toBe('present')

    await api.owner(
      `insert into home_tie (community_id, id, building_id, home_id, kind, person_id, from_day) values ($1, gen_random_uuid(), $2, $3, 'owner', $4, '2024-01-01')`,
      [ids.here, house.homesHere[0]!.buildingId, house.homesHere[0]!.homeIds[0], house.people.member.id],
    )
    const look = await api.get(tokens.member, 'checkin.look', { number: slip.number, name: '党员甲' })
    expect([look.unit, look.suggested.map((s) => s.community), look.others.length]).toEqual([
      '一单位',
      ['甲社区'],
      2,
    ])
    const sent = house.presenting(slip)
    const key = { communityId: ids.here, checkinId: sent.id }
    await api.get(tokens.member, 'checkin.present', sent)
    // once and only once
    expect(await api.get(tokens.member, 'checkin.present', sent)).toEqual({ id: sent.id, state: 'presented' })
    expect(await api.refusal(tokens.member, 'checkin.present', { ...sent, name: '党员 甲' })).not.toBe('')
    expect((await api.get(tokens.member, 'checkin.mine', {})).next).toBe('wait')

    const live = { communityId: ids.here, only: 'live' as const }
    expect((await api.get(tokens.worker, 'checkin.list', live)).items).toEqual([])
    const list = await api.get(tokens.worker, 'checkin.list', { communityId: ids.here, state: 'presented' })
    expect(list.items.map((c) => [c.name, c.unit, c.home])).toEqual([['党员甲', '一单位', '1栋101']])
    await api.get(tokens.worker, 'checkin.return', { ...key, reason: '请写清住在哪一户' })
    const returned = await api.get(tokens.member, 'checkin.mine', {})
    expect([returned.next, returned.current?.reason]).toEqual(['again', '请写清住在哪一户'])
    await api.get(tokens.member, 'checkin.again', {
      ...key,
      name: '党员甲',
      profile: profile({ skills: ['legal'] }),
    })
    const { receiptNumber } = await api.get(tokens.worker, 'checkin.accept', key)

    const accepted = await api.get(tokens.worker, 'checkin.list', live)
    expect(accepted.items.map((c) => c.checkinId)).toEqual([key.checkinId])

    const units = await api.get(tokens.liaison, 'slip.units', {})
    expect(units.items.map((u) => [u.name, u.toConfirm, u.stands.accepted])).toEqual([['一单位', 1, 1]])
    const waiting = await api.get(tokens.liaison, 'slip.receipts', { unitId: ids.unit, only: 'waiting' })
    expect(waiting.items.map((r) => [r.name, r.community, r.receiptNumber])).toEqual([
      ['党员甲', '甲社区', receiptNumber],
    ])
    await api.get(tokens.liaison, 'slip.confirm', key)
    const mine = await api.get(tokens.member, 'checkin.mine', {})
    expect([mine.next, mine.current?.state, mine.steps.filter((s) => s.doneAt).length]).toEqual([
      'serve',
      'confirmed',
      4,
    ])

    const receipt = await api.get(tokens.liaison, 'slip.receipt', key)
    expect(Object.keys(receipt)).not.toContain('home')
    const held = { receiptNumber, checkCode: receipt.checkCode }
    expect(await api.get(undefined, 'slip.verify', held)).toEqual({ genuine: true, current: true })
    expect(await api.get(undefined, 'slip.verify', { ...held, checkCode: 'ABCDEFGHJK' })).toEqual({
      genuine: false,
      current: false,
    })
    const print = await api.get(tokens.member, 'slip.print', key)
    expect(Buffer.from(print.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
    expect(await house.lines(sent.id)).toEqual([
      'checkin.presented',
      'checkin.returned',
      'checkin.presentedAgain',
      'checkin.accepted',
      'checkin.confirmed',
    ])
  })
})

test('moving house: the old check-in counts until the new community accepts, and the history goes along', async () => {
  const { api, ids, tokens } = house
  const mover = await house.addPerson()
  const old = await house.checkIn(mover.token, '搬家人')
  // offered are the communities of the district, and no other
  const offered = await api.get(mover.token, 'place.directory', { level: 'community', communityId: ids.here })
  expect(offered.items.map((c) => c.name).sort()).toEqual(['乙社区', '甲社区'])
  const sent = {
    communityId: ids.there,
    id: randomUUID(),
    fromId: old.checkinId,
    name: '搬家人',
    homeId: house.homesThere[0]!.homeIds[0]!,
    profile: profile(),
  }
  await api.get(mover.token, 'checkin.transfer', sent)
  const between = await api.get(mover.token, 'checkin.mine', {})
  expect([between.current?.community, between.moving?.community]).toEqual(['甲社区', '乙社区'])
  const next = { communityId: ids.there, checkinId: sent.id }
  await api.get(tokens.workerThere, 'checkin.accept', next)
  const after = await api.get(mover.token, 'checkin.mine', {})
  expect([after.current?.community, after.before.map((c) => c.state)]).toEqual(['乙社区', ['transferred']])
  const seen = await api.get(tokens.workerThere, 'checkin.get', next)
  expect(seen.from?.community).toBe('甲社区')
  const receipt = await api.get(mover.token, 'slip.receipt', old)
  expect(
    await api.get(undefined, 'slip.verify', {
      receiptNumber: receipt.receiptNumber,
      checkCode: receipt.checkCode,
    }),
  ).toEqual({ genuine: true, current: false })
  // of the new community: the old one is not theirs to end
  expect(await api.refusal(tokens.workerThere, 'checkin.end', { ...old, reason: 'other' })).toBe('not_found')
})

const moving = (name: string, fromId: string): Input<'checkin.transfer'> => ({
  ...{ communityId: house.ids.there, id: randomUUID(), fromId, name },
  ...{ homeId: house.homesThere[0]!.homeIds[1]!, profile: profile() },
})
const told = { home: null, phone: null, skills: [] as string[], free: [] as string[] }
/** What the worker of a community still reads of what was told. */
const readsOf = async (token: string, key: { communityId: string; checkinId: string }) => {
  const { name, home, phone, profile: p } = await house.api.get(token, 'checkin.get', key)
  return { name, home, phone, skills: p.skills, free: p.free }
}

test('an old check-in that ends while the member moves does not hold them up, and the history goes along', async () => {
  const { api, ids, tokens } = house
  const mover = await house.addPerson()
  const old = await house.checkIn(mover.token, '边搬边结束')
  await api.get(tokens.worker, 'service.write', {
    ...{ ...old, id: randomUUID() },
    ...{ inAt: '2026-11-20T20:00:00Z', outAt: '2026-11-20T21:00:00Z' },
  })
  const sent = moving('边搬边结束', old.checkinId)
  await api.get(mover.token, 'checkin.transfer', sent)
  await api.get(tokens.worker, 'checkin.end', { ...old, reason: 'movedAway' })
  const next = { communityId: ids.there, checkinId: sent.id }
  await api.get(tokens.workerThere, 'checkin.accept', next)
  const mine = await api.get(mover.token, 'checkin.mine', {})
  expect([mine.current?.checkinId, mine.current?.minutes, mine.before.map((c) => c.state)]).toEqual([
    sent.id,
    60,
    ['ended'],
  ])
  expect(await house.lines(old.checkinId)).not.toContain('checkin.transferred')
})

test('of what was taken back, or has moved on, name and days stay, and nothing else that was told', async () => {
  const { api, ids, tokens } = house
  const mover = await house.addPerson()
  const old = await house.checkIn(mover.token, '转走的')
  const sent = moving('转走的', old.checkinId)
  await api.get(mover.token, 'checkin.transfer', sent)
  expect((await readsOf(tokens.worker, old)).home).toBe('1栋101')
  await api.get(tokens.workerThere, 'checkin.accept', { communityId: ids.there, checkinId: sent.id })
  expect(await readsOf(tokens.worker, old)).toEqual({ name: '转走的', ...told })

  const other = await house.addPerson()
  await house.consent(other.token)
  const slip = house.presenting(await house.issue('收回的'))
  await api.get(other.token, 'checkin.present', slip)
  const key = { communityId: ids.here, checkinId: slip.id }
  await api.get(tokens.worker, 'checkin.return', { ...key, reason: '再看看' })
  await api.get(other.token, 'checkin.takeBack', key)
  expect(await readsOf(tokens.worker, key)).toEqual({ name: '收回的', ...told })
  const [kept] = await api.owner('select reason, home_id from checkin_profile where checkin_id = $1', [
    key.checkinId,
  ])
  expect(kept).toEqual({ reason: null, home_id: null })
})

describe('a slip is refused', () => {
  const refused = async (token: string, more: object = {}, slip?: { number: string; name: string }) => {
    const before = await house.count()
    const made = slip ?? (await house.issue(`单${randomUUID().slice(0, 8)}`))
    const counted = slip ? before : await house.count()
    const code = await house.api.refusal(token, 'checkin.present', house.presenting(made, more))
    expect(await house.count()).toBe(counted)
    return code
  }
  let other: { id: string; token: string }
  beforeAll(async () => {
    other = await house.addPerson('13900000009')
  })
  test('before consent', async () => {
    expect(await refused(other.token)).toBe('consent_missing')
    await house.consent(other.token)
  })
  test('with one digit wrong, before any slip is looked for', async () => {
    const { number, name } = await house.issue('错一位')
    const wrong = number.slice(0, 3) + ((Number(number[3]) + 1) % 10) + number.slice(4)
    expect(await refused(other.token, {}, { number: wrong, name })).toBe('invalid')
  })
  test('with a number that nobody issued', async () => {
    expect(await refused(other.token, {}, { number: numberOf(1234567890), name: '谁' })).toBe('slip_unknown')
  })
  test('by another person: another name, or another number than the unit wrote on it', async () => {
    expect(await refused(other.token, { name: '另一人' })).toBe('slip_of_other')
    const slip = await house.issue('有号码', { phone: '13900000008' })
    expect(await refused(other.token, {}, slip)).toBe('slip_of_other')
    // and by nobody who has shown no number, neither to look nor to present, nor past the verb
    const { token, id: personId } = await house.addPerson()
    await house.consent(token)
    expect(await refused(token, {}, slip)).toBe('phone_unbound')
    expect(await house.api.refusal(token, 'checkin.look', { number: slip.number, name: slip.name })).toBe(
      'phone_unbound',
    )
    await expect(
      house.api.owner(
        `insert into checkin (community_id, id, kind, state, person_id, organisation_id, slip_id, presented_at, sent_hash)
         select $1, gen_random_uuid(), 'inService', 'presented', $2, organisation_id, id, now(), decode(repeat('00', 32), 'hex') from slip where id = $3`,
        [house.ids.here, personId, slip.slipId],
      ),
    ).rejects.toThrow('another number')
  })
  test('used a second time', async () => {
    const first = await house.addPerson()
    await house.consent(first.token)
    const slip = await house.issue('用一次')
    await house.api.get(first.token, 'checkin.present', house.presenting(slip))
    expect(await refused(other.token, {}, slip)).toBe('slip_used')
  })
  test('expired, or taken back by the unit', async () => {
    const old = await house.issue('过期', { expires: '2026-11-21' })
    const voided = await house.issue('作废')
    await house.api.get(house.tokens.liaison, 'slip.void', { unitId: house.ids.unit, slipId: voided.slipId })
    expect(await refused(other.token, {}, voided)).toBe('slip_voided')
    house.later(24)
    expect(await refused(other.token, {}, old)).toBe('slip_expired')
  })
  test('in a community of another district, or with a home of another community', async () => {
    expect(await refused(other.token, { communityId: house.ids.far, homeId: undefined })).toBe(
      'community_elsewhere',
    )
    expect(await refused(other.token, { homeId: house.homesThere[0]!.homeIds[0] })).toBe(
      'home_not_in_community',
    )
  })
  test('by somebody who is checked in', async () => {
    const member = await house.addPerson()
    await house.checkIn(member.token, '已报到')
    expect(await refused(member.token)).toBe('checked_in_already')
  })
  test('of two who present one slip at once, to one of them', async () => {
    const slip = await house.issue('两人抢')
    const two = [await house.addPerson(), await house.addPerson()]
    for (const p of two) await house.consent(p.token)
    const answers = await Promise.all(
      two.map((p) => house.api.ask(p.token, 'checkin.present', house.presenting(slip))),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
  })
})

describe('who sees what', () => {
  test('a liaison reads neither another unit nor what a member told the community', async () => {
    const { api, ids, tokens } = house
    const person = await house.addPerson()
    const key = await house.checkIn(person.token, '看不到的')
    const slip = await house.issue('别单位的')
    for (const name of ['slip.get', 'slip.void'] as const)
      expect(await api.refusal(tokens.otherLiaison, name, { unitId: ids.unit, slipId: slip.slipId })).toBe(
        'not_found',
      )
    expect(await api.refusal(tokens.otherLiaison, 'slip.confirm', key)).toBe('not_found')
    expect(await api.refusal(tokens.otherLiaison, 'slip.receipt', key)).toBe('not_found')
    expect(await api.refusal(tokens.liaison, 'checkin.get', key)).toBe('not_found')
    expect(await api.refusal(tokens.workerThere, 'checkin.get', key)).toBe('not_found')
    expect(await api.refusal(tokens.officer, 'checkin.get', key)).toBe('not_found')
    expect(await api.refusal(tokens.stranger, 'checkin.get', key)).toBe('not_found')
    const record = await api.get(tokens.officer, 'record.list', { communityId: ids.here })
    expect(record.items.filter((l) => l.action.startsWith('checkin.'))).toEqual([])
  })
  test('withdrawing consent ends the check-in and forgets what was told', async () => {
    const { api } = house
    const person = await house.addPerson()
    const key = await house.checkIn(person.token, '撤回同意的')
    await api.get(person.token, 'checkin.withdrawConsent', {})
    const [row] = await api.owner<{ state: string; name: string | null; skills: string[] }>(
      'select c.state, p.name, p.skills from checkin c join checkin_profile p on p.checkin_id = c.id where c.id = $1',
      [key.checkinId],
    )
    expect(row).toEqual({ state: 'ended', name: null, skills: [] })
    expect(await house.lines(key.checkinId)).toContain('checkin.ended')
    expect((await api.get(person.token, 'checkin.mine', {})).next).toBe('consent')
  })
})
