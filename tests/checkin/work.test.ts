import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { codeAt } from '../../shared/kernel/minuteCode'
import { type CheckinHouse, openCheckinHouse, profile } from './house'

let house: CheckinHouse
let member: string
let key: { communityId: string; checkinId: string }
beforeAll(async () => {
  house = await openCheckinHouse()
  member = house.tokens.member
  key = await house.checkIn(member, '党员甲')
})
afterAll(() => house.api.close())

const spot = { lat: 29.97, lng: 106.27 }
const task = (more: Partial<Input<'task.add'>> = {}): Input<'task.add'> => ({
  communityId: house.ids.here,
  id: randomUUID(),
  kind: 'post',
  title: '楼道守望',
  skills: [],
  times: [],
  places: 2,
  by: 'first',
  at: spot,
  ...more,
})
const add = async (more: Partial<Input<'task.add'>> = {}) => {
  const sent = task(more)
  await house.api.get(house.tokens.worker, 'task.add', sent)
  return { communityId: sent.communityId, taskId: sent.id }
}
const take = async (of: { communityId: string; taskId: string }, token = member) => {
  const id = randomUUID()
  await house.api.get(token, 'task.take', { ...of, id })
  return { communityId: of.communityId, takingId: id }
}

describe('a task', () => {
  test('is offered to those whom it fits first, taken, told on the record, and left with notice', async () => {
    const { api, tokens } = house
    const fits = await add({ title: '修灯', skills: ['repair'], times: ['restMorning'] })
    const other = await add({ title: '看病', skills: ['medical'] })
    const offered = (await api.get(member, 'task.mine', {})).items
    const at = (taskId: string) => offered.findIndex((t) => t.taskId === taskId)
    expect(at(fits.taskId)).toBeLessThan(at(other.taskId))
    expect(offered[at(fits.taskId)]).toMatchObject({
      fits: true,
      fitSkills: ['repair'],
      fitTimes: ['restMorning'],
    })
    const taking = await take(fits)
    const again = { ...fits, id: taking.takingId }
    expect(await api.get(member, 'task.take', again)).toEqual({ id: taking.takingId, state: 'taken' })
    expect(await api.refusal(member, 'task.take', { ...fits, id: randomUUID() })).toBe('taken_already')
    const seen = await api.get(tokens.worker, 'task.get', fits)
    expect([seen.taken, seen.takers.map((k) => k.name), seen.code !== null]).toEqual([1, ['党员甲'], true])
    expect((await api.get(member, 'task.get', fits)).code).toBeNull()
    await api.get(member, 'task.leave', { ...taking, reason: 'ill' })
    expect((await api.get(tokens.worker, 'task.get', fits)).taken).toBe(0)
    expect(await house.lines(fits.taskId)).toEqual(['task.added', 'task.taken', 'task.left'])
  })
  test('is told to those whom it fits, and to the worker who asks for a place that is theirs to give', async () => {
    const { api, tokens } = house
    const told = async (token: string, taskId: string) => {
      const { items } = await api.get(token, 'inbox.list', {})
      return items.filter((l) => l.subjectId === taskId).map((l) => l.says)
    }
    const person = await house.addPerson()
    await house.checkIn(person.token, '会看病的', {
      profile: profile({ skills: ['medical'], free: ['restEvening'] }),
    })
    const sick = await add({ title: '量血压', skills: ['medical'], by: 'choice' })
    expect(await told(person.token, sick.taskId)).toEqual(['发了一个适合你的任务，看看要不要来'])
    // not whom it does not fit, nor whoever is of another community or has not checked in
    for (const token of [member, tokens.second, tokens.workerThere, tokens.officer, tokens.liaison])
      expect(await told(token, sick.taskId)).toEqual([])
    await take(sick, person.token)
    expect(await told(tokens.worker, sick.taskId)).toEqual(['报了名，请选人'])
    // by skill and by time: at another time it does not fit; for everybody it does; first come, nobody has to choose
    const morning = await add({ skills: ['medical'], times: ['restMorning'] })
    expect(await told(person.token, morning.taskId)).toEqual([])
    const open = await add({ title: '大扫除' })
    expect(await told(person.token, open.taskId)).toHaveLength(1)
    await take(open, person.token)
    expect(await told(tokens.worker, open.taskId)).toEqual([])
  })
  test('that is about what somebody would like to do comes first among those that fit', async () => {
    const { api, tokens } = house
    const liked = await add({ title: '陪老人看病', about: 'elderly' })
    const cannot = await add({ title: '陪老人打针', about: 'elderly', skills: ['medical'] })
    const plain = await add({ title: '搬桌子' })
    const offered = (await api.get(member, 'task.mine', {})).items
    const at = ({ taskId }: { taskId: string }) => offered.findIndex((t) => t.taskId === taskId)
    expect(at(liked)).toBeLessThan(at(plain))
    expect(at(plain)).toBeLessThan(at(cannot))
    expect(offered[at(liked)]).toMatchObject({ about: 'elderly', fits: true, wanted: true })
    await take(liked)
    expect((await api.get(tokens.worker, 'task.get', liked)).takers.map((k) => k.wanted)).toEqual([true])
  })
  test('on a day may be left until a day before; later the worker frees the place', async () => {
    const { api, tokens } = house
    const soon = await add({ kind: 'once', startsAt: '2026-11-21T06:00:00Z', endsAt: '2026-11-21T08:00:00Z' })
    const taking = await take(soon)
    expect(await api.refusal(member, 'task.leave', { ...taking, reason: 'work' })).toBe('leave_too_late')
    await api.get(tokens.worker, 'task.leave', { ...taking, reason: 'work' })
    expect(await api.refusal(member, 'task.leave', { ...taking, reason: 'work' })).toBe('taking_over')
  })
  test('for which the worker chooses takes nobody by itself', async () => {
    const { api, tokens } = house
    const chosen = await add({ by: 'choice', places: 1 })
    const taking = await take(chosen)
    expect((await api.get(tokens.worker, 'task.get', chosen)).taken).toBe(0)
    expect(await api.refusal(member, 'task.choose', { ...taking, take: true })).toBe('not_found')
    await api.get(tokens.worker, 'task.choose', { ...taking, take: true })
    expect(await api.refusal(tokens.worker, 'task.choose', { ...taking, take: true })).toBe('taking_over')
    await api.get(tokens.worker, 'task.close', chosen)
    expect(await api.refusal(tokens.worker, 'task.cancel', { ...chosen, reason: 'weather' })).toBe(
      'task_over',
    )
  })
  test('of another community, or for somebody not checked in, is not found', async () => {
    const { api, tokens } = house
    const here = await add()
    expect(await api.refusal(tokens.stranger, 'task.take', { ...here, id: randomUUID() })).toBe('not_found')
    expect(await api.refusal(tokens.workerThere, 'task.close', here)).toBe('not_found')
    expect(
      await api.refusal(member, 'task.take', {
        communityId: house.ids.there,
        taskId: here.taskId,
        id: randomUUID(),
      }),
    ).toBe('not_found')
  })
  test.each([
    ['without a time', { kind: 'once' as const }, 'task_when'],
    [
      'that ends before it begins',
      { startsAt: '2026-12-01T06:00:00Z', endsAt: '2026-12-01T05:00:00Z' },
      'task_when',
    ],
    ['that is over', { startsAt: '2026-11-01T06:00:00Z', endsAt: '2026-11-01T07:00:00Z' }, 'task_past'],
    ['for nobody', { places: 0 }, 'invalid'],
  ])('%s is refused', async (_, more, code) => {
    const before = await house.count()
    expect(await house.api.refusal(house.tokens.worker, 'task.add', task(more))).toBe(code)
    expect(await house.count()).toBe(before)
  })
  test('with five places is taken by five of a hundred who come at once', async () => {
    const five = await add({ places: 5 })
    const hundred = await house.many(100)
    const answers = await Promise.all(
      hundred.map((p) => house.api.ask(p.token, 'task.take', { ...five, id: randomUUID() })),
    )
    const codes = answers.map((a) => (a.status === 200 ? 'taken' : (a.body as { code: string }).code))
    expect(codes.filter((c) => c === 'taken').length).toBe(5)
    expect(codes.filter((c) => c !== 'taken' && c !== 'task_full')).toEqual([])
    const [row] = await house.api.owner<{ n: number; taken: number }>(
      `select (select count(*)::int from task_taking where task_id = $1 and state = 'taken') as n, taken from task where id = $1`,
      [five.taskId],
    )
    expect(row).toEqual({ n: 5, taken: 5 })
  })
})

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

describe('home care', () => {
  test('is proposed, accepted as it was shown, visited, and ends with the check-in', async () => {
    const { api, ids, tokens } = house
    const [first] = await house.many(1)
    const proposal = await api.get(tokens.worker, 'care.propose', { communityId: ids.here })
    expect([proposal.homes, proposal.left]).toEqual([6, 0])
    const sent = { communityId: ids.here, digest: proposal.digest }
    expect(await api.refusal(tokens.worker, 'care.accept', { ...sent, digest: '0'.repeat(64) })).toBe(
      'proposal_outdated',
    )
    const both = await Promise.all([1, 2].map(() => api.ask(tokens.worker, 'care.accept', sent)))
    expect(both.map((a) => a.status).sort()).toEqual([200, 409])
    const coverage = await api.get(tokens.worker, 'care.buildings', { communityId: ids.here })
    expect([coverage.total.homes, coverage.total.covered]).toEqual([6, 6])
    expect(
      Math.max(...coverage.loads.map((l) => l.homes)) - Math.min(...coverage.loads.map((l) => l.homes)),
    ).toBe(1)

    const homeId = house.homesHere[1]!.homeIds[2]!
    const assign = { communityId: ids.here, id: randomUUID(), homeId, checkinId: first!.checkinId }
    await api.get(tokens.worker, 'care.assign', assign)
    expect(await api.get(tokens.worker, 'care.assign', assign)).toEqual({ id: assign.id })
    // whoever looked after it before hears that they no longer do
    const heard = await api.owner<{ action: string; told: string }>(
      `select action, person_id as told from inbox where action like 'care.%' and subject_id in (select id from care_link where home_id = $1)`,
      [homeId],
    )
    expect(heard.map((h) => h.action).sort()).toEqual(['care.assigned', 'care.ended'])
    expect(new Set(heard.map((h) => h.told)).size).toBe(2)
    const mine = (await api.get(first!.token, 'care.mine', {})).items
    expect(mine.map((l) => l.home)).toContain('2栋103')
    const link = { communityId: ids.here, linkId: assign.id }
    const visit = {
      ...link,
      id: randomUUID(),
      day: '2026-11-29',
      outcome: 'needs' as const,
      needs: ['doctor' as const],
    }
    await api.get(first!.token, 'care.visit', visit)
    expect(await api.get(first!.token, 'care.visit', visit)).toEqual({ id: visit.id })
    expect(await api.refusal(first!.token, 'care.visit', { ...visit, id: randomUUID(), needs: [] })).toBe(
      'needs_missing',
    )
    expect(
      await api.refusal(first!.token, 'care.visit', { ...visit, id: randomUUID(), day: '2026-12-24' }),
    ).toBe('visit_ahead')
    expect(await api.refusal(member, 'care.visit', { ...visit, id: randomUUID() })).toBe('not_found')
    const grid = await api.get(tokens.worker, 'care.building', {
      communityId: ids.here,
      buildingId: house.homesHere[1]!.buildingId,
    })
    expect(grid.homes.map((h) => [h.number, h.member !== null, h.lastOutcome])).toContainEqual([
      '103',
      true,
      'needs',
    ])

    await api.get(tokens.worker, 'checkin.end', {
      communityId: ids.here,
      checkinId: first!.checkinId,
      reason: 'movedAway',
    })
    expect((await api.get(first!.token, 'care.mine', {})).items).toEqual([])
    expect(await api.refusal(tokens.worker, 'care.end', { ...link, reason: 'asked' })).toBe('care_ended')
  })
  test('leaves an empty home alone until somebody lives there again, and keeps visits when the carer changes', async () => {
    const { api, ids, tokens } = house
    const [one, two] = await house.many(2)
    const [building] = await house.addHomes(ids.here, 1, 3)
    const [homeId, shopId] = building!.homeIds
    await api.owner(`update home set kind = 'shop' where id = $1`, [shopId])
    const of = { communityId: ids.here, buildingId: building!.buildingId }
    const assign = async (checkinId: string) => {
      const id = randomUUID()
      await api.get(tokens.worker, 'care.assign', { communityId: ids.here, id, homeId: homeId!, checkinId })
      return { communityId: ids.here, linkId: id }
    }
    const counts = async () => {
      const { items } = await api.get(tokens.worker, 'care.buildings', { communityId: ids.here })
      const { homes, covered, visited, empty } = items.find((b) => b.buildingId === of.buildingId)!
      return { homes, covered, visited, empty }
    }
    const grid = async () =>
      (await api.get(tokens.worker, 'care.building', of)).homes.find((h) => h.homeId === homeId)!
    const first = await assign(one!.checkinId)
    const visit = { ...first, id: randomUUID(), day: '2026-11-29', outcome: 'well' as const, needs: [] }
    await api.get(one!.token, 'care.visit', visit)
    const second = await assign(two!.checkinId)
    // visited this year, whoever looks after it now; of last year it is not "this year"
    expect(await counts()).toEqual({ homes: 2, covered: 1, visited: 1, empty: 0 })
    expect((await grid()).lastVisit).toBe('2026-11-29')
    const visits = (await api.get(tokens.worker, 'care.visits', second)).items
    expect(visits.map((v) => [v.day, v.member])).toEqual([['2026-11-29', '党员0']])
    expect((await api.get(two!.token, 'care.visits', second)).items).toEqual([])
    const then = api.now
    api.now = new Date('2027-01-02T02:00:00Z')
    expect((await counts()).visited).toBe(0)
    api.now = then

    await api.get(tokens.worker, 'care.end', { ...second, reason: 'homeEmpty' })
    expect(await counts()).toEqual({ homes: 1, covered: 0, visited: 0, empty: 1 })
    expect((await grid()).emptyLinkId).toBe(second.linkId)
    const proposed = async () =>
      (await api.get(tokens.worker, 'care.propose', { communityId: ids.here })).buildings.find(
        (b) => b.buildingId === of.buildingId,
      )?.homes
    expect(await proposed()).toBe(1)
    for (const [token, code] of [
      [tokens.workerThere, 'not_found'],
      [two!.token, 'not_found'],
      [tokens.officer, 'forbidden'],
    ] as const)
      expect(await api.refusal(token, 'care.movedIn', second)).toBe(code)
    await api.get(tokens.worker, 'care.movedIn', second)
    expect(await api.refusal(tokens.worker, 'care.movedIn', second)).toBe('care_not_empty')
    expect([await proposed(), (await counts()).empty]).toEqual([2, 0])
    expect(await house.lines(second.linkId)).toEqual(['care.assigned', 'care.ended', 'care.movedIn'])
    // or given to somebody again
    const third = await assign(one!.checkinId)
    await api.get(tokens.worker, 'care.end', { ...third, reason: 'homeEmpty' })
    await assign(two!.checkinId)
    expect(await counts()).toEqual({ homes: 2, covered: 1, visited: 1, empty: 0 })

    // a shop is nobody's to look after
    const shop = { communityId: ids.here, id: randomUUID(), homeId: shopId!, checkinId: one!.checkinId }
    expect(await api.refusal(tokens.worker, 'care.assign', shop)).toBe('home_no_dwelling')
    await expect(
      api.owner(
        `insert into care_link (community_id, id, checkin_id, building_id, home_id, from_day, made_by) values ($1, gen_random_uuid(), $2, $3, $4, '2026-11-29', $5)`,
        [ids.here, one!.checkinId, of.buildingId, shopId, house.people.worker.id],
      ),
    ).rejects.toThrow('not a dwelling')
  })
  test('of a home in another community is refused, by the verb and by the database', async () => {
    const { api, ids, tokens } = house
    const elsewhere = house.homesThere[0]!
    expect(
      await api.refusal(tokens.worker, 'care.assign', {
        communityId: ids.here,
        id: randomUUID(),
        homeId: elsewhere.homeIds[0]!,
        checkinId: key.checkinId,
      }),
    ).toBe('home_not_in_community')
    await expect(
      api.owner(
        `insert into care_link (community_id, id, checkin_id, building_id, home_id, from_day, made_by) values ($1, gen_random_uuid(), $2, $3, $4, '2026-11-29', $5)`,
        [ids.here, key.checkinId, elsewhere.buildingId, elsewhere.homeIds[0], house.people.worker.id],
      ),
    ).rejects.toThrow('violates foreign key')
    expect(await api.refusal(tokens.workerThere, 'care.propose', { communityId: ids.here })).toBe('not_found')
    expect(await api.refusal(tokens.officer, 'care.propose', { communityId: ids.here })).toBe('forbidden')
  })
})

test('Postgres itself keeps places, services and what was confirmed', async () => {
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
  expect(profile().work.kind).toBe('workdays')
})
