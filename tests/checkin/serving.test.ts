import { randomUUID } from 'node:crypto'
import { codeAt } from '../../shared/kernel/minuteCode'
import { type CheckinHouse, openCheckinHouse, profile } from './house'
import { spot, tasksOf } from './tasks'

let house: CheckinHouse
let member: string
let key: { communityId: string; checkinId: string }
let { add, take } = {} as ReturnType<typeof tasksOf>
beforeAll(async () => {
  house = await openCheckinHouse()
  member = house.tokens.member
  key = await house.checkIn(member, '党员甲')
  ;({ add, take } = tasksOf(house))
})
afterAll(() => house.api.close())

describe('service', () => {
  let post: { communityId: string; taskId: string }
  let secret: string
  beforeAll(async () => {
    post = await add({ title: '签到岗', places: 6 })
    await take(post)
    secret = (await house.api.get(house.tokens.worker, 'task.get', post)).code!.secret
  })
  const code = () => codeAt(secret, house.api.now).code
  const signIn = async () => {
    const id = randomUUID()
    await house.api.get(member, 'service.signIn', { ...post, id, way: 'code', code: code() })
    return { communityId: post.communityId, serviceId: id }
  }

  test('is signed in and out by the code of the minute, confirmed by the worker, cut by working hours, and in my year', async () => {
    const { api, tokens } = house
    // Monday 08:00 in China: works from nine
    api.now = new Date('2026-11-23T00:00:00Z')
    const at = await signIn()
    expect((await api.get(member, 'service.mine', { year: '2026' })).now?.serviceId).toBe(at.serviceId)
    house.later(2)
    const out = await api.get(member, 'service.signOut', { ...at, way: 'code', code: code() })
    expect(out.minutes).toEqual({ whole: 120, atWork: 60, twice: 0, counted: 60 })
    expect(await api.refusal(member, 'service.confirm', at)).toBe('not_found')
    const waiting = await api.get(tokens.worker, 'service.list', {
      communityId: at.communityId,
      state: 'out',
    })
    expect(waiting.items.map((s) => [s.name, s.minutes?.counted])).toEqual([['党员甲', 60]])
    await api.get(tokens.worker, 'service.confirm', at)
    expect(await api.refusal(tokens.worker, 'service.confirm', at)).toBe('service_moved')
    const mine = await api.get(member, 'service.mine', { year: '2026' })
    expect([mine.minutes, mine.times, mine.now]).toEqual([60, 1, null])
    expect((await api.get(member, 'checkin.mine', {})).current?.minutes).toBe(60)
    expect(await house.lines(at.serviceId)).toEqual([
      'service.signedIn',
      'service.signedOut',
      'service.confirmed',
    ])

    // a correction is a new service; the old one stays as it was
    const id = randomUUID()
    const corrected = await api.get(tokens.worker, 'service.correct', {
      ...at,
      id,
      inAt: '2026-11-22T23:30:00Z',
      outAt: '2026-11-23T02:00:00Z',
      reason: 'wrongTime',
    })
    expect([corrected.minutes?.counted, corrected.correctsId]).toEqual([90, at.serviceId])
    expect((await api.get(member, 'service.mine', { year: '2026' })).minutes).toBe(90)
    const rows = await api.owner('select state, counted from service where id = any ($1) order by counted', [
      [at.serviceId, id],
    ])
    expect(rows).toEqual([
      { state: 'corrected', counted: 60 },
      { state: 'confirmed', counted: 90 },
    ])
  })
  test('keeps its code until all are out, when its task was cancelled, and is closed with its check-in', async () => {
    const { api, tokens } = house
    api.now = new Date('2026-11-23T10:00:00Z')
    const task = await add({ title: '临时岗' })
    const seen = () => api.get(tokens.worker, 'task.get', task)
    const person = await house.addPerson()
    const of = await house.checkIn(person.token, '还没走的')
    await take(task, person.token)
    const minute = async () => codeAt((await seen()).code!.secret, api.now).code
    const signIn = async () => {
      const id = randomUUID()
      await api.get(person.token, 'service.signIn', { ...task, id, way: 'code', code: await minute() })
      return { communityId: task.communityId, serviceId: id }
    }
    const first = await signIn()
    house.later(1)
    await api.get(tokens.worker, 'task.cancel', { ...task, reason: 'weather' })
    expect([(await seen()).signedIn, (await seen()).acts]).toEqual([1, []])
    expect((await api.get(person.token, 'task.get', task)).code).toBeNull()
    await api.get(person.token, 'service.signOut', { ...first, way: 'code', code: await minute() })
    expect([(await seen()).signedIn, (await seen()).code]).toEqual([0, null])

    const second = { ...post, id: randomUUID(), way: 'code' as const, code: code() }
    await take(post, person.token)
    await api.get(person.token, 'service.signIn', second)
    house.later(1)
    await api.get(tokens.worker, 'checkin.end', { ...of, reason: 'asked' })
    expect(await api.owner('select state, out_at, out_way from service where id = $1', [second.id])).toEqual([
      { state: 'out', out_at: api.now, out_way: 'worker' },
    ])
    const closed = { communityId: post.communityId, serviceId: second.id }
    expect((await api.get(tokens.worker, 'service.confirm', closed)).minutes?.counted).toBe(60)
  })
  test('lies within its check-in, by the day, for the verbs and for the database', async () => {
    const { api, tokens } = house
    api.now = new Date('2026-11-25T09:00:00Z')
    const person = await house.addPerson()
    const of = await house.checkIn(person.token, '来了又走的')
    const write = (day: string) => ({
      ...of,
      id: randomUUID(),
      inAt: `${day}T01:00:00Z`,
      outAt: `${day}T02:00:00Z`,
    })
    // on the day of its acceptance, though before the hour of it
    const first = write('2026-11-25')
    await api.get(tokens.worker, 'service.write', first)
    house.later(24)
    await api.get(tokens.worker, 'checkin.end', { ...of, reason: 'movedAway' })
    house.later(72)
    await api.get(tokens.worker, 'service.write', write('2026-11-26'))
    const before = await house.count()
    for (const day of ['2021-03-01', '2026-11-24', '2026-11-27'])
      expect(await api.refusal(tokens.worker, 'service.write', write(day))).toBe('service_outside')
    const { inAt, outAt } = write('2026-11-24')
    const correcting = { communityId: of.communityId, serviceId: first.id, id: randomUUID(), inAt, outAt }
    expect(await api.refusal(tokens.worker, 'service.correct', { ...correcting, reason: 'wrongTime' })).toBe(
      'service_outside',
    )
    expect(await house.count()).toBe(before)
    await expect(
      api.owner(
        `insert into service (community_id, id, checkin_id, who_id, state, in_at, in_way, sent_hash)
         select community_id, gen_random_uuid(), checkin_id, who_id, 'in', '2026-11-28T01:00:00Z', 'worker', sent_hash from service where id = $1`,
        [first.id],
      ),
    ).rejects.toThrow('not checked in here on that day')
  })
  test('is counted by the working hours that held when it began, whatever is changed or withdrawn later', async () => {
    const { api, tokens } = house
    // Tuesday, ten to twelve in China, by somebody who works from nine to five
    const atTen = async (name: string) => {
      api.now = new Date('2026-11-24T02:00:00Z')
      const person = await house.addPerson()
      const of = await house.checkIn(person.token, name)
      await take(post, person.token)
      const id = randomUUID()
      await api.get(person.token, 'service.signIn', { ...post, id, way: 'code', code: code() })
      house.later(2)
      const at = { communityId: post.communityId, serviceId: id }
      const out = await api.get(person.token, 'service.signOut', { ...at, way: 'code', code: code() })
      expect(out.minutes).toEqual({ whole: 120, atWork: 120, twice: 0, counted: 0 })
      return { ...person, of, at }
    }
    const changes = await atTen('改资料的')
    const none = { kind: 'none' as const }
    await api.get(changes.token, 'checkin.profile', { ...changes.of, profile: profile({ work: none }) })
    const confirmed = await api.get(tokens.worker, 'service.confirm', changes.at)
    expect(confirmed.minutes?.counted).toBe(0)
    const correct = (of: { communityId: string; serviceId: string }, reason: 'found' | 'wrongWorkHours') =>
      ({
        ...of,
        id: randomUUID(),
        inAt: '2026-11-24T02:00:00Z',
        outAt: '2026-11-24T03:00:00Z',
        reason,
      }) as const
    const found = await api.get(tokens.worker, 'service.correct', correct(changes.at, 'found'))
    expect(found.minutes?.counted).toBe(0)
    // only where the hours themselves were wrong, and the worker says so
    const right = await api.get(
      tokens.worker,
      'service.correct',
      correct({ ...changes.at, serviceId: found.serviceId }, 'wrongWorkHours'),
    )
    expect(right.minutes?.counted).toBe(60)

    const leaves = await atTen('撤回的')
    await api.get(leaves.token, 'checkin.withdrawConsent', {})
    expect((await api.get(tokens.worker, 'service.confirm', leaves.at)).minutes?.counted).toBe(0)
    // then the hours are gone too, so nothing is counted anew
    expect(await api.owner('select work from service where id = $1', [leaves.at.serviceId])).toEqual([
      { work: null },
    ])
    const before = await house.count()
    expect(await api.refusal(tokens.worker, 'service.correct', correct(leaves.at, 'found'))).toBe(
      'service_forgotten',
    )
    const written = { inAt: '2026-11-24T00:00:00Z', outAt: '2026-11-24T01:00:00Z' }
    expect(
      await api.refusal(tokens.worker, 'service.write', { ...leaves.of, id: randomUUID(), ...written }),
    ).toBe('service_forgotten')
    expect(await house.count()).toBe(before)
  })
  test('overnight by position, over twelve hours: the worker is asked', async () => {
    const { api, tokens } = house
    api.now = new Date('2026-11-27T12:00:00Z')
    const id = randomUUID()
    const near = { ...post, id, way: 'position' as const }
    expect(await api.refusal(member, 'service.signIn', near)).toBe('sign_position_missing')
    expect(await api.refusal(member, 'service.signIn', { ...near, fix: { lat: 30.1, lng: 106.27 } })).toBe(
      'sign_too_far',
    )
    expect(await api.refusal(member, 'service.signIn', { ...near, fix: { ...spot, within: 900 } })).toBe(
      'sign_position_unsure',
    )
    await api.get(member, 'service.signIn', { ...near, fix: { ...spot, within: 20 } })
    house.later(13)
    const at = { communityId: post.communityId, serviceId: id }
    const out = await api.get(member, 'service.signOut', { ...at, way: 'position', fix: spot })
    expect([out.long, out.minutes?.counted]).toEqual([true, 780])
    expect(await api.refusal(tokens.worker, 'service.confirm', at)).toBe('service_long')
    await api.get(tokens.worker, 'service.confirm', { ...at, sure: true })
  })
  test('is refused twice at once, at another post, with an old code, and out before in', async () => {
    const { api } = house
    api.now = new Date('2026-11-28T06:00:00Z')
    const other = await add({ title: '另一岗' })
    const sent = { ...other, id: randomUUID(), way: 'code' as const, code: code() }
    expect(await api.refusal(member, 'service.signIn', sent)).toBe('not_taken')
    await take(other)
    expect(await api.refusal(member, 'service.signIn', sent)).toBe('sign_code_old')
    expect(
      await api.refusal(member, 'service.signOut', {
        communityId: post.communityId,
        serviceId: randomUUID(),
        way: 'code',
        code: code(),
      }),
    ).toBe('not_found')
    const old = code()
    house.later(1)
    expect(
      await api.refusal(member, 'service.signIn', { ...post, id: randomUUID(), way: 'code', code: old }),
    ).toBe('sign_code_old')
    // two phones at once
    const answers = await Promise.all(
      [1, 2].map(() =>
        api.ask(member, 'service.signIn', { ...post, id: randomUUID(), way: 'code', code: code() }),
      ),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409])
    const now = (await api.get(member, 'service.mine', { year: '2026' })).now!
    const at = { communityId: post.communityId, serviceId: now.serviceId }
    expect(await api.refusal(member, 'service.signOut', { ...at, way: 'code', code: code() })).toBe(
      'out_before_in',
    )
    expect(
      await api.refusal(house.tokens.worker, 'service.close', { ...at, outAt: '2026-11-28T05:00:00Z' }),
    ).toBe('out_before_in')
    house.later(1)
    await api.get(house.tokens.worker, 'service.close', { ...at, outAt: house.api.now.toISOString() })
    expect(await api.refusal(member, 'service.signOut', { ...at, way: 'code', code: code() })).toBe(
      'not_signed_in',
    )
    await api.get(house.tokens.worker, 'service.refuse', { ...at, reason: 'leftEarly' })
    expect((await api.get(member, 'service.mine', { year: '2026' })).items[0]?.state).toBe('refused')
  })
  test('written down by the worker cannot overlap another, lie ahead, or be of another community’s member', async () => {
    const { api, ids, tokens } = house
    api.now = new Date('2026-11-29T06:00:00Z')
    const written = {
      communityId: ids.here,
      id: randomUUID(),
      checkinId: key.checkinId,
      inAt: '2026-11-29T01:00:00Z',
      outAt: '2026-11-29T03:00:00Z',
    }
    const made = await api.get(tokens.worker, 'service.write', written)
    expect([made.state, made.minutes?.counted]).toEqual(['confirmed', 120])
    expect(await api.get(tokens.worker, 'service.write', written)).toEqual(made)
    const before = await house.count()
    const refused = (more: object, token = tokens.worker) =>
      api.refusal(token, 'service.write', { ...written, id: randomUUID(), ...more })
    expect(await refused({ inAt: '2026-11-29T02:59:00Z', outAt: '2026-11-29T04:00:00Z' })).toBe(
      'service_overlaps',
    )
    expect(await refused({ inAt: '2026-11-29T05:00:00Z', outAt: '2026-11-29T07:00:00Z' })).toBe(
      'service_ahead',
    )
    expect(await refused({ inAt: '2026-11-29T05:00:00Z', outAt: '2026-11-29T04:00:00Z' })).toBe(
      'out_before_in',
    )
    expect(await refused({ inAt: '2026-11-25T01:00:00Z', outAt: '2026-11-25T15:00:00Z' })).toBe(
      'service_long',
    )
    expect(await refused({ communityId: ids.there }, tokens.workerThere)).toBe('checkin_elsewhere')
    expect(await refused({ communityId: ids.there })).toBe('not_found')
    expect(await house.count()).toBe(before)
  })
})

test('Postgres itself keeps services apart, and what was confirmed', async () => {
  const { api } = house
  const [row] = await api.owner<{ id: string }>(`select id from service where state = 'confirmed' limit 1`)
  await expect(
    api.owner('update service set counted = 1, whole = 1, at_work = 0 where id = $1', [row!.id]),
  ).rejects.toThrow('no such move')
  await expect(
    api.owner(
      `insert into service (community_id, id, checkin_id, who_id, state, in_at, in_way, out_at, out_way, whole, at_work, twice, counted, settled_by, sent_hash)
       select community_id, gen_random_uuid(), checkin_id, who_id, 'confirmed', in_at, 'worker', out_at, 'worker', 1, 0, 0, 1, settled_by, sent_hash from service where id = $1`,
      [row!.id],
    ),
  ).rejects.toThrow('service_overlaps')
})
