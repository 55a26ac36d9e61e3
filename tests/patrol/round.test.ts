import { randomUUID } from 'node:crypto'
import { openPatrolHouse, type PatrolHouse, type Piece } from './house'

let house: PatrolHouse
let of: Awaited<ReturnType<PatrolHouse['add']>>
beforeAll(async () => {
  house = await openPatrolHouse()
  of = await house.add()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

const whole = (): Piece => {
  const piece = {
    ...house.header(of),
    ticks: of.checkpoints.map((_, n) => house.tick(of, n, n + 1)),
    findings: [house.finding(of)],
    notes: [{ id: randomUUID(), at: house.at(9), words: '下雨' }],
  }
  return { ...piece, finish: house.finish(piece) }
}
const get = (piece: Piece) =>
  house.api.get(house.tokens.worker, 'round.get', { communityId: piece.communityId, roundId: piece.roundId })

describe('a round', () => {
  test('that comes whole is as it was walked, with its line', async () => {
    const piece = whole()
    expect(await house.send(piece)).toEqual({
      roundId: piece.roundId,
      day: '2026-11-21',
      finished: true,
      missing: { ticks: 0, findings: 0, looks: 0, notes: 0 },
      missedCheckpoints: 0,
      clockAhead: 0,
      saysClock: null,
      whistles: [],
    })
    const round = await get(piece)
    expect(round).toMatchObject({
      plan: '第一网格巡查',
      minutes: 30,
      walker: 'gridWorker',
      checkpoints: 3,
      missedCheckpoints: 0,
      findings: 1,
      saysMissing: null,
      notes: [{ words: '下雨' }],
    })
    expect(round.stops.map((s) => [s.name, s.ticks.length])).toEqual([
      ['地下室', 1],
      ['楼顶', 1],
      ['配电间', 1],
    ])
    expect(await house.lines(piece.roundId)).toMatchObject([
      {
        action: 'round.finished',
        actor_role: 'gridWorker',
        after: { planId: of.planId, day: '2026-11-21', ticks: 3, findings: 1, notes: 1 },
      },
    ])
    expect(await house.lines(piece.findings![0]!.id)).toMatchObject([
      { action: 'finding.made', after: { outcome: 'watched', state: 'watched', category: 'facility' } },
    ])
  })

  test('that comes again changes nothing, not even a line', async () => {
    const piece = whole()
    const answer = await house.send(piece)
    const before = await house.rows()
    house.later(5)
    const again = await house.send({ ...piece, sentAt: house.api.now.toISOString() })
    expect(again).toEqual(answer)
    expect(await house.rows()).toBe(before)
    house.api.now = new Date('2026-11-21T02:00:00Z')
  })

  test('that comes in pieces, the finish first, says what has not arrived', async () => {
    const { ticks, findings, notes, finish, ...head } = whole()
    expect((await house.send({ ...head, finish })).missing).toEqual({
      ticks: 3,
      findings: 1,
      looks: 0,
      notes: 1,
    })
    expect((await get(head)).saysMissing).toBe('还有 3 次打卡、1 个发现、1 条备注没有传上来')
    expect((await house.send({ ...head, ticks: ticks!.slice(1) })).missing).toMatchObject({ ticks: 1 })
    expect(await house.send({ ...head, findings, notes })).toMatchObject({
      missing: { ticks: 1, findings: 0, notes: 0 },
      missedCheckpoints: 1,
    })
    expect((await house.send({ ...head, ticks })).missing).toEqual({
      ticks: 0,
      findings: 0,
      looks: 0,
      notes: 0,
    })
    expect((await get(head)).saysMissing).toBeNull()
  })

  test('on which one checkpoint is ticked twice counts it once', async () => {
    const piece = { ...house.header(of), ticks: [house.tick(of, 0), house.tick(of, 0, 2)] }
    expect(await house.send(piece)).toMatchObject({ missedCheckpoints: 2, finished: false, missing: null })
    const round = await get(piece)
    expect(round.stops[0]!.ticks).toHaveLength(2)
    expect(round.missedCheckpoints).toBe(2)
  })

  test('on a day on which none was due is a round all the same', async () => {
    const rare = await house.add(house.plan({ rhythm: { every: 'week', on: [3] } }))
    const piece = { ...house.header(rare), ticks: [house.tick(rare, 0)] }
    await house.send({ ...piece, finish: house.finish(piece) })
    const { items } = await house.api.get(house.tokens.worker, 'round.list', {
      communityId: of.communityId,
      planId: rare.planId,
    })
    expect(items).toMatchObject([{ day: '2026-11-21', missedCheckpoints: 2 }])
  })

  test('of a version that has since been changed is held against what was walked', async () => {
    const plan = await house.add()
    await house.api.get(house.tokens.worker, 'patrol.change', {
      communityId: plan.communityId,
      planId: plan.planId,
      id: randomUUID(),
      name: '少走一点',
      rhythm: { every: 'day' },
      checkpoints: [house.spot('新的点')],
      walkerIds: [],
      from: '2026-11-22',
    })
    const piece = { ...house.header(plan), ticks: plan.checkpoints.map((_, n) => house.tick(plan, n)) }
    house.later(72)
    expect(await house.send({ ...piece, sentAt: house.api.now.toISOString() })).toMatchObject({
      day: '2026-11-21',
      missedCheckpoints: 0,
    })
    house.api.now = new Date('2026-11-21T02:00:00Z')
  })

  test('is listed, one’s own apart, and continued', async () => {
    const { api, tokens } = house
    const plan = await house.add()
    const sent = Array.from({ length: 23 }, (_, i) => house.header(plan, i))
    for (const piece of sent) await house.send({ ...piece, startedAt: piece.startedAt })
    const first = await api.get(tokens.worker, 'round.list', {
      communityId: of.communityId,
      planId: plan.planId,
    })
    expect(first.items).toHaveLength(20)
    const rest = await api.get(tokens.worker, 'round.list', {
      communityId: of.communityId,
      planId: plan.planId,
      after: first.next!,
    })
    expect([...first.items, ...rest.items].map((r) => r.roundId)).toEqual(
      sent.map((p) => p.roundId).reverse(),
    )
    const mine = await api.get(tokens.secondGridWorker, 'round.list', {
      communityId: of.communityId,
      planId: plan.planId,
      mine: 'yes',
    })
    expect(mine.items).toEqual([])
  })
})

describe('the clock of a phone', () => {
  test('that is a little off is kept with the difference, and nothing is said', async () => {
    const piece = { ...house.header(of), sentAt: house.at(-4), ticks: [house.tick(of, 0)] }
    expect(await house.send(piece)).toMatchObject({ clockAhead: 240, saysClock: null, day: '2026-11-21' })
    const [row] = await house.api.owner('select at, received_at, clock_ahead from round_tick where id = $1', [
      piece.ticks[0]!.id,
    ])
    expect(row).toEqual({ at: new Date(piece.ticks[0]!.at), received_at: house.api.now, clock_ahead: 240 })
  })

  test.each<[string, number, string, string]>([
    ['three hours slow', -180, '2026-11-21', '手机的时间慢了 3 小时'],
    ['two days fast', 2 * 1440, '2026-11-21', '手机的时间快了 2 天'],
    ['in the year 1970', -56 * 525_960, '2026-11-21', '手机的时间慢了 20454 天'],
  ])('that is %s says so, and the day is put right', async (_, minutes, day, says) => {
    const off = (m: number) => house.at(minutes + m)
    const piece = {
      ...house.header(of),
      startedAt: off(-60),
      sentAt: off(0),
      ticks: [house.tick(of, 0, 0, { at: off(-50) })],
    }
    expect(await house.send({ ...piece, finish: { ...house.finish(piece), at: off(-1) } })).toMatchObject({
      day,
      saysClock: says,
    })
    expect(await get(piece)).toMatchObject({ day, saysClock: says, minutes: 59, startedAt: piece.startedAt })
  })

  test('that was put right while it was away makes no day to come, and none before the plan', async () => {
    const ahead = { ...house.header(of), startedAt: '2027-05-01T08:00:00+08:00' }
    expect((await house.send(ahead)).day).toBe('2026-11-21')
    const behind = { ...house.header(of), startedAt: '2019-05-01T08:00:00+08:00' }
    expect((await house.send(behind)).day).toBe('2026-11-21')
  })

  test('says nothing sensible of the time on a round when it was put forward by days in between', async () => {
    const piece = { ...house.header(of), ticks: [house.tick(of, 0)] }
    await house.send({ ...piece, finish: { ...house.finish(piece), at: house.at(3 * 1440) } })
    expect((await get(piece)).minutes).toBeNull()
  })
})

describe('where somebody was', () => {
  test('is one point at a tick, and far from its checkpoint it is said, not refused', async () => {
    const near = house.tick(of, 0, 1, {
      way: 'position',
      code: undefined,
      fix: { lat: 29.9703, lng: 106.27, within: 20 },
    })
    const far = house.tick(of, 0, 2, {
      way: 'position',
      code: undefined,
      fix: { lat: 29.98, lng: 106.27, within: 20 },
    })
    const unsure = house.tick(of, 0, 3, {
      way: 'position',
      code: undefined,
      fix: { lat: 29.98, lng: 106.27, within: 2000 },
    })
    const nowhere = house.tick(of, 1, 4, {
      way: 'position',
      code: undefined,
      fix: { lat: 29.98, lng: 106.27 },
    })
    const piece = { ...house.header(of), ticks: [near, far, unsure, nowhere] }
    await house.send(piece)
    const round = await get(piece)
    expect(round.stops[0]!.ticks.map((t) => [t.metresAway, t.saysFar])).toEqual([
      [33, null],
      [1112, '离巡查点约 1 公里'],
      [1112, null],
    ])
    expect(round.stops[1]!.ticks.map((t) => [t.metresAway, t.saysFar])).toEqual([[null, null]])
  })
})

test('500 findings of one round come in ten pieces, and are read and counted', async () => {
  const plan = await house.add()
  const head = house.header(plan)
  const findings = Array.from({ length: 500 }, (_, i) =>
    house.finding(plan, {
      words: `第 ${i} 处`.padEnd(60, '。'),
      outcome: i % 5 === 0 ? 'fixed' : 'watched',
      before: [randomUUID()],
      ...(i % 5 === 0 && { after: [randomUUID()] }),
    }),
  )
  for (let i = 0; i < 500; i += 50) await house.send({ ...head, findings: findings.slice(i, i + 50) })
  const { missing } = await house.send({ ...head, finish: { ...house.finish({}), findings: 500 } })
  expect(missing).toEqual({ ticks: 0, findings: 0, looks: 0, notes: 0 })
  const round = await get(head)
  expect(round.seen).toHaveLength(500)
  expect(round.seen.every((f) => f.saysPhotos?.endsWith('没有传上来'))).toBe(true)
  const month = { communityId: plan.communityId, fromMonth: '2026-11', toMonth: '2026-11' }
  const { plans } = await house.api.get(house.tokens.worker, 'patrol.month', month)
  expect(plans.find((p) => p.group === plan.planId)!.counts).toMatchObject({
    findings: 500,
    fixed: 100,
    watched: 400,
  })
})

describe('the phone of a walker', () => {
  test('sees in its own colleague’s round what was walked, and nobody outside does', async () => {
    const piece = whole()
    await house.send(piece)
    const key = { communityId: piece.communityId, roundId: piece.roundId }
    expect(await house.api.get(house.tokens.secondGridWorker, 'round.get', key)).toMatchObject({
      mine: false,
      walker: 'gridWorker',
    })
    for (const who of ['otherGridWorker', 'property', 'committee', 'otherWorker'] as const)
      expect(await house.api.refusal(house.tokens[who], 'round.get', key)).toBe('not_found')
    expect(await house.api.refusal(house.tokens.resident, 'round.get', key)).toBe('forbidden')
  })

  test('of a company: the committee reads its rounds without the name', async () => {
    const company = await house.add(house.propertyPlan())
    const piece = { ...house.header(company), ticks: [house.tick(company, 0)] }
    await house.send(piece, house.tokens.property)
    const key = { communityId: piece.communityId, roundId: piece.roundId }
    expect(await house.api.get(house.tokens.committee, 'round.get', key)).toMatchObject({
      walker: null,
      kind: 'property',
    })
    expect(await house.api.get(house.tokens.worker, 'round.get', key)).toMatchObject({ walker: 'property' })
    expect(await house.api.get(house.tokens.secondHand, 'round.get', key)).toMatchObject({
      walker: 'property',
      mine: false,
    })
  })
})
