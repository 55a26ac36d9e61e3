import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { type CheckinHouse, openCheckinHouse, profile } from './house'

let house: CheckinHouse
beforeAll(async () => {
  house = await openCheckinHouse()
})
afterAll(() => house.api.close())

describe('a member without office', () => {
  const registering = (
    more: { [K in keyof Input<'checkin.register'>]?: Input<'checkin.register'>[K] | undefined } = {},
  ): Input<'checkin.register'> => ({
    communityId: house.ids.here,
    id: randomUUID(),
    name: '退休党员',
    phone: '13900000002',
    profile: profile({ work: { kind: 'none' } }),
    agreed: true,
    ...more,
  })
  const keyOf = (sent: { communityId: string; id: string }) => ({
    communityId: sent.communityId,
    checkinId: sent.id,
  })
  const served = (key: object, inAt: string, outAt: string) =>
    house.api.ask(house.tokens.worker, 'service.write', {
      ...(key as { communityId: string; checkinId: string }),
      ...{ id: randomUUID(), inAt, outAt },
    })

  test('is registered by the community, and takes it on: own number, own consent, the name that stands there', async () => {
    const { api, tokens } = house
    const sent = registering()
    const counted = () => api.get(tokens.worker, 'checkin.list', { communityId: sent.communityId })
    const { counts, noOffice } = await counted()
    const { receiptNumber } = await api.get(tokens.worker, 'checkin.register', sent)
    // nobody waits for a unit that they do not have
    expect(await counted()).toMatchObject({ counts, noOffice: noOffice + 1 })
    expect(await api.get(tokens.worker, 'checkin.register', sent)).toEqual({ id: sent.id, receiptNumber })
    // asked, and told of nobody
    const asked = await api.get(tokens.second, 'checkin.mine', {})
    expect([asked.next, asked.current, asked.registered.map((r) => r.community)]).toEqual([
      'consent',
      null,
      ['甲社区'],
    ])
    expect(JSON.stringify(asked)).not.toContain('退休党员')
    const mine = { ...keyOf(sent), name: '退 休党员' }
    expect(await api.refusal(tokens.second, 'checkin.get', keyOf(sent))).toBe('not_found')
    expect(await api.refusal(tokens.second, 'checkin.own', mine)).toBe('consent_missing')
    await house.consent(tokens.second)
    const before = await house.count()
    expect(await api.refusal(tokens.second, 'checkin.own', { ...mine, name: '别人' })).toBe(
      'registered_other',
    )
    for (const other of [tokens.member, tokens.workerThere, tokens.stranger])
      expect(await api.refusal(other, 'checkin.own', mine)).toBe('not_found')
    expect(await house.count()).toBe(before)

    const both = await Promise.all([1, 2].map(() => api.ask(tokens.second, 'checkin.own', mine)))
    expect(both.map((a) => a.status)).toEqual([200, 200])
    const after = await api.get(tokens.second, 'checkin.mine', {})
    expect([after.next, after.current?.name, after.registered, after.steps.map((s) => s.step)]).toEqual([
      'serve',
      '退休党员',
      [],
      ['consent', 'present', 'accept', 'serve'],
    ])
    expect(await house.lines(sent.id)).toEqual(['checkin.registered', 'checkin.owned'])
    // and may move house like anybody
    await api.get(tokens.second, 'checkin.transfer', {
      communityId: house.ids.there,
      id: randomUUID(),
      fromId: sent.id,
      name: '退休党员',
      profile: profile(),
    })
  })

  test('whose number was mistyped is nobody: its owner sees no name, keeps their own way, and says it is not them', async () => {
    const { api, tokens } = house
    const stranger = await house.addPerson('13900000071')
    const sent = registering({
      name: '张老伯',
      phone: '13900000071',
      homeId: house.homesHere[1]!.homeIds[0]!,
    })
    await api.get(tokens.worker, 'checkin.register', sent)
    const own = await house.checkIn(stranger.token, '真有单子的')
    expect((await api.get(stranger.token, 'checkin.mine', {})).current?.checkinId).toBe(own.checkinId)
    const mine = { ...keyOf(sent), name: '张老伯' }
    expect(await api.refusal(stranger.token, 'checkin.own', mine)).toBe('checked_in_already')
    expect(await api.refusal(tokens.member, 'checkin.disown', keyOf(sent))).toBe('not_found')
    await api.get(stranger.token, 'checkin.disown', keyOf(sent))
    expect((await api.get(stranger.token, 'checkin.mine', {})).registered).toEqual([])
    expect(await api.refusal(stranger.token, 'checkin.disown', keyOf(sent))).toBe('not_found')
    expect((await api.get(tokens.worker, 'checkin.get', keyOf(sent))).phone).toBeNull()
    const told = (await api.get(tokens.worker, 'inbox.list', {})).items.map((l) => l.says)
    expect(told).toContain('登记时写的手机号不是本人的，已经去掉了，请核对')
    expect(await house.lines(sent.id)).toEqual(['checkin.registered', 'checkin.disowned'])
  })

  test('registering a number answers alike, whoever it belongs to and wherever they are checked in', async () => {
    const { api, ids, tokens } = house
    const somebody = await house.addPerson('13900000072')
    await house.checkIn(somebody.token, '报到过的')
    for (const [token, communityId] of [
      [tokens.workerThere, ids.there],
      [tokens.workerFar, ids.far],
    ] as const)
      await api.get(token, 'checkin.register', registering({ communityId, phone: '13900000072' }))
  })

  test('is put right by the community until they take it on: name, number, home and what they told', async () => {
    const { api, tokens } = house
    const person = await house.addPerson('13900000075')
    await house.consent(person.token)
    const sent = registering({ name: '写错的', phone: '13900000076' })
    await api.get(tokens.worker, 'checkin.register', sent)
    const key = keyOf(sent)
    const right = { ...key, name: '写对的', homeId: house.homesHere[1]!.homeIds[1]!, profile: profile() }
    expect((await api.get(tokens.worker, 'checkin.get', key)).acts).toContain('correct')
    expect(await api.refusal(tokens.workerThere, 'checkin.correct', right)).toBe('not_found')
    expect(await api.refusal(tokens.member, 'checkin.correct', right)).toBe('not_found')
    expect(
      await api.refusal(tokens.worker, 'checkin.correct', {
        ...right,
        homeId: house.homesThere[0]!.homeIds[0]!,
      }),
    ).toBe('home_not_in_community')
    await api.get(tokens.worker, 'checkin.correct', { ...right, phone: '13900000075' })
    // a number left out stays
    await api.get(tokens.worker, 'checkin.correct', right)
    const seen = await api.get(tokens.worker, 'checkin.get', key)
    expect([seen.name, seen.home, seen.phone, seen.profile.skills]).toEqual([
      '写对的',
      '2栋102',
      '139****0075',
      ['repair'],
    ])
    await api.get(person.token, 'checkin.own', { ...key, name: '写对的' })
    expect(await api.refusal(tokens.worker, 'checkin.correct', right)).toBe('checkin_owned')
    expect(await house.lines(sent.id)).toEqual([
      'checkin.registered',
      ...['checkin.corrected', 'checkin.corrected', 'checkin.owned'],
    ])
    const slip = await house.addPerson()
    const inService = await house.checkIn(slip.token, '有单位的')
    expect(await api.refusal(tokens.worker, 'checkin.correct', { ...right, ...inService })).toBe(
      'checkin_owned',
    )
    const over = registering({ name: '登记错的', phone: undefined })
    await api.get(tokens.worker, 'checkin.register', over)
    await api.get(tokens.worker, 'checkin.end', { ...keyOf(over), reason: 'mistaken' })
    expect(await api.refusal(tokens.worker, 'checkin.correct', { ...right, ...keyOf(over) })).toBe(
      'checkin_moved',
    )
  })

  test('of one name in one home is asked about, and registered when there are two indeed', async () => {
    const { api, tokens } = house
    const at = { phone: undefined, homeId: house.homesHere[0]!.homeIds[2]! }
    await api.get(tokens.worker, 'checkin.register', registering({ name: '李同名', ...at }))
    const second = registering({ name: '李 同名', ...at })
    const before = await house.count()
    expect(await api.refusal(tokens.worker, 'checkin.register', second)).toBe('checkin_namesake')
    expect(await house.count()).toBe(before)
    await api.get(tokens.worker, 'checkin.register', { ...second, sure: true })
    await api.get(tokens.worker, 'checkin.register', { ...second, sure: true })
    const elsewhere = registering({ name: '李同名', phone: undefined })
    await api.get(tokens.worker, 'checkin.register', elsewhere)
    const moved = { ...keyOf(elsewhere), name: '李同名', homeId: at.homeId, profile: profile() }
    expect(await api.refusal(tokens.worker, 'checkin.correct', moved)).toBe('checkin_namesake')
    await api.get(tokens.worker, 'checkin.correct', { ...moved, sure: true })
  })

  test('takes what was served along: from then on nothing is counted twice', async () => {
    const { api, tokens } = house
    const person = await house.addPerson('13900000073')
    await house.consent(person.token)
    const sent = registering({ name: '服务过的', phone: '13900000073' })
    await api.get(tokens.worker, 'checkin.register', sent)
    await served(keyOf(sent), '2026-11-20T20:00:00Z', '2026-11-20T22:00:00Z')
    await api.get(person.token, 'checkin.own', { ...keyOf(sent), name: '服务过的' })
    const again = await served(keyOf(sent), '2026-11-20T21:00:00Z', '2026-11-20T23:00:00Z')
    expect([again.status, (again.body as { code?: string }).code]).toEqual([409, 'service_overlaps'])
    const whose = await api.owner<{ who_id: string }>('select who_id from service where checkin_id = $1', [
      sent.id,
    ])
    expect(whose).toEqual([{ who_id: person.id }])
  })

  test('with a service that overlaps one of their own has that put right first', async () => {
    const { api, tokens } = house
    const person = await house.addPerson('13900000074')
    const old = await house.checkIn(person.token, '重叠的')
    await served(old, '2026-11-20T20:00:00Z', '2026-11-20T22:00:00Z')
    await api.get(tokens.worker, 'checkin.end', { ...old, reason: 'other' })
    const sent = registering({ name: '重叠的', phone: '13900000074' })
    await api.get(tokens.worker, 'checkin.register', sent)
    await served(keyOf(sent), '2026-11-20T21:00:00Z', '2026-11-20T23:00:00Z')
    const mine = { ...keyOf(sent), name: '重叠的' }
    expect(await api.refusal(person.token, 'checkin.own', mine)).toBe('registered_overlaps')
    expect((await api.get(person.token, 'checkin.mine', {})).current).toBeNull()
  })

  test('cannot be bound past the verbs: not by the worker, not without consent, not with another number', async () => {
    const { api, ids, people, tokens } = house
    const person = await house.addPerson('13900000077')
    const sent = registering({ name: '绕不过的', phone: '13900000077' })
    await api.get(tokens.worker, 'checkin.register', sent)
    const key = [sent.communityId, sent.id]
    const inserts = `insert into checkin (community_id, id, kind, state, person_id, presented_at, accepted_at, decided_by, sent_hash, receipt_number, check_code)
      values ($1, gen_random_uuid(), 'noOffice', 'accepted', $2, $3, $3, $4, decode(repeat('00', 32), 'hex'), '123456789012', 'AAAAAAAAAA')`
    const worker = [ids.here, person.id, api.now, people.worker.id]
    expect(await house.past(tokens.worker, inserts, worker)).toContain('a check-in begins with its member')
    expect(await house.past(tokens.worker, 'update checkin set person_id = $1', [person.id])).toContain(
      'permission denied',
    )
    const own = 'select own_registered($1, $2)'
    expect(await house.past(person.token, own, key)).toBe('nobody is a member before consent')
    await house.consent(person.token)
    const other = await house.addPerson('13900000078')
    await house.consent(other.token)
    expect(await house.past(other.token, own, key)).toBe('not registered with this number')
    expect(await house.past(person.token, own, key)).toBe('1')
  })
})
