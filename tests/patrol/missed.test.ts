import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { tickOn } from '../../functions/tick'
import { patrolAudienceOf } from '../../shared/inbox/patrolAudience'
import { recordActions } from '../../shared/record/actions'
import { openPatrolHouse, type PatrolHouse } from './house'

let house: PatrolHouse
let scheduler: Client
const morning = new Date('2026-11-21T02:00:00Z')
beforeEach(async () => {
  house = await openPatrolHouse()
  scheduler = new Client({ connectionString: house.api.database.urls.tick })
  await scheduler.connect()
})
afterEach(async () => {
  expect(house.api.faults).toEqual([])
  await scheduler.end()
  await house.api.close()
})

const tickAfter = async (days: number) => {
  house.api.now = new Date(morning.getTime() + days * 86_400_000)
  return (await tickOn(scheduler, house.api.now)).patrols
}
const missedDays = async (planId: string) =>
  (await house.lines(planId)).filter((l) => l.action === 'patrol.missed').map((l) => l.after.day)
const told = async (who: keyof PatrolHouse['tokens']) =>
  (await house.api.get(house.tokens[who], 'inbox.list', {})).items.filter((l) =>
    l.action.startsWith('patrol.'),
  )

test('a round that has not come is told the day after, once for each day, to the community and to whoever should have gone', async () => {
  const of = await house.add(house.plan({ walkerIds: [house.ids.gridWorker] }))
  expect(await tickAfter(0)).toBe(0)
  expect(await tickAfter(1)).toBe(1)
  expect(await tickAfter(1)).toBe(0)
  expect(await missedDays(of.planId)).toEqual(['2026-11-21'])
  expect(await told('worker')).toMatchObject([
    {
      action: 'patrol.missed',
      subject: '第一网格巡查',
      says: '还没有收到 第一网格巡查 2026年11月21日 的巡查',
      actor: '系统',
    },
  ])
  expect((await told('gridWorker')).map((l) => l.action)).toContain('patrol.missed')
  expect(await told('secondGridWorker')).toEqual([])
  expect(await told('committee')).toEqual([])
  expect(await tickAfter(3)).toBe(2)
  expect(await missedDays(of.planId)).toEqual(['2026-11-21', '2026-11-22', '2026-11-23'])
})

test('a round that came, on its day or for a longer part, is not told', async () => {
  const of = await house.add()
  const monthly = await house.add(house.plan({ rhythm: { every: 'month', times: 2 } }))
  await house.send(house.header(of))
  await house.send(house.header(monthly))
  expect(await tickAfter(1)).toBe(0)
  // ten days of the other; the last part of November ends with the month, and was walked
  expect(await tickAfter(11)).toBe(10)
  expect(await missedDays(monthly.planId)).toEqual([])
})

test('by two schedulers at once it is told once', async () => {
  const of = await house.add()
  house.api.now = new Date(morning.getTime() + 86_400_000)
  const second = new Client({ connectionString: house.api.database.urls.tick })
  await second.connect()
  await Promise.all([tickOn(scheduler, house.api.now), tickOn(second, house.api.now)])
  await second.end()
  expect(await missedDays(of.planId)).toEqual(['2026-11-21'])
})

test('after a long time without the scheduler only the last fortnight is news', async () => {
  const of = await house.add()
  expect(await tickAfter(60)).toBe(14)
  expect(await missedDays(of.planId)).toHaveLength(14)
})

test('a plan that rests is missed by nobody', async () => {
  const of = await house.add(house.plan({ rhythm: { every: 'never' } }))
  expect(await tickAfter(5)).toBe(0)
  expect(await missedDays(of.planId)).toEqual([])
})

test('a company’s round that has not come is told to the company and the community', async () => {
  await house.add(house.propertyPlan())
  expect(await tickAfter(1)).toBe(1)
  for (const who of ['worker', 'property', 'secondHand'] as const)
    expect([who, (await told(who)).map((l) => l.action)]).toEqual([
      who,
      expect.arrayContaining(['patrol.missed']),
    ])
  expect(await told('department')).toEqual([])
})

test('whoever walks it hears of a new plan and of a change, and who made it does not', async () => {
  const of = await house.add()
  await house.api.get(house.tokens.worker, 'patrol.change', {
    communityId: of.communityId,
    planId: of.planId,
    id: randomUUID(),
    name: '第一网格巡查',
    rhythm: { every: 'weekday' },
    checkpoints: of.sent.checkpoints,
    walkerIds: [],
    from: '2026-11-23',
  })
  // two in one hour are one line
  for (const who of ['gridWorker', 'secondGridWorker'] as const)
    expect(await told(who)).toMatchObject([
      {
        says: '改了 第一网格巡查 的安排，从2026年11月23日起',
        times: 2,
        actor: expect.stringContaining('社区工作者'),
      },
    ])
  expect(await told('worker')).toEqual([])
  expect(await told('otherGridWorker')).toEqual([])
})

test('whom a line concerns is the same in the database as in code', async () => {
  const inCode = (action: string): readonly string[] =>
    (patrolAudienceOf as Record<string, readonly string[]>)[action] ?? []
  for (const action of Object.keys(recordActions)) {
    const [row] = await house.api.owner<{ of: string[] }>('select patrol_audience_of($1) as of', [action])
    expect([action, row!.of]).toEqual([action, inCode(action)])
  }
  expect(Object.keys(patrolAudienceOf).filter((a) => !(a in recordActions))).toEqual([])
})

test('somebody who goes takes along what they wrote and where they were, and the rounds stay', async () => {
  const of = await house.add()
  const piece = {
    ...house.header(of),
    ticks: [
      house.tick(of, 0, 1, { way: 'position', code: undefined, fix: { lat: 29.97, lng: 106.27 } }),
      house.tick(of, 1, 2, { way: 'hand', code: undefined, reason: '张三家门口的码没了' }),
    ],
    findings: [house.finding(of, { words: '张三家漏水', spot: '张三家' })],
    notes: [{ id: randomUUID(), at: house.at(3), words: '碰到张三' }],
    looks: [house.look(randomUUID(), 'still', 3, { words: '张三说修过' })],
  }
  await house.send(piece)
  const { api, tokens } = house
  expect((await api.get(tokens.gridWorker, 'me.export', {})).patrols).toMatchObject({
    rounds: [{ roundId: piece.roundId }],
    ticks: [{ lat: 29.97, way: 'position' }, { reason: '张三家门口的码没了' }],
    findings: [{ words: '张三家漏水' }],
    notes: [{ words: '碰到张三' }],
    looks: [{ words: '张三说修过' }],
  })
  await api.get(tokens.gridWorker, 'me.erase', { confirm: '注销账号' })
  for (const table of ['round_tick', 'round_note', 'finding', 'finding_look', 'patrol_round'])
    expect([
      table,
      await api.owner(`select 1 from ${table} t where t::text like '%张三%' or t::text like '%29.97%'`),
    ]).toEqual([table, []])
  const round = await api.get(tokens.worker, 'round.get', {
    communityId: of.communityId,
    roundId: piece.roundId,
  })
  expect(round).toMatchObject({ walker: '已注销', missedCheckpoints: 1, findings: 1 })
  expect(round.seen).toMatchObject([{ title: '设施设备', place: '弘运小区 1栋' }])
})
