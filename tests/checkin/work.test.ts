import { randomUUID } from 'node:crypto'
import { type CheckinHouse, openCheckinHouse, profile } from './house'
import { tasksOf } from './tasks'

let house: CheckinHouse
let member: string
let { task, add, take } = {} as ReturnType<typeof tasksOf>
beforeAll(async () => {
  house = await openCheckinHouse()
  member = house.tokens.member
  await house.checkIn(member, '党员甲')
  ;({ task, add, take } = tasksOf(house))
})
afterAll(() => house.api.close())

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
  test('with its places taken has none left for a row written past the verbs', async () => {
    const { api } = house
    const full = await add({ places: 1 })
    const person = await house.addPerson()
    const { checkinId } = await house.checkIn(person.token, '晚来的')
    const late = `insert into task_taking (community_id, id, task_id, checkin_id, state, at) values ($1, gen_random_uuid(), $2, $3, 'taken', $4)`
    const row = [full.communityId, full.taskId, checkinId, api.now]
    expect(await house.past(person.token, late, row)).toBe('1')
    await take(full)
    expect(await house.past(person.token, late, row)).toContain('task_places')
    expect(
      await house.past(house.tokens.worker, 'update task set taken = 0 where id = $1', [full.taskId]),
    ).toContain('permission denied')
  })
})
