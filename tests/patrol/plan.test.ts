import { randomUUID } from 'node:crypto'
import type { Input } from '../../shared/contract'
import { addDays } from '../../shared/kernel/time'
import { openPatrolHouse, type PatrolHouse } from './house'

let house: PatrolHouse
beforeAll(async () => {
  house = await openPatrolHouse()
})
afterAll(() => house.api.close())
afterEach(() => expect(house.api.faults).toEqual([]))

type Name = keyof PatrolHouse['tokens']
const tomorrow = '2026-11-22'

const change = (
  of: Awaited<ReturnType<PatrolHouse['add']>>,
  more: Partial<Input<'patrol.change'>> = {},
): Input<'patrol.change'> => ({
  communityId: of.communityId,
  planId: of.planId,
  id: randomUUID(),
  name: '第一网格巡查',
  rhythm: { every: 'weekday' },
  checkpoints: of.sent.checkpoints,
  walkerIds: [],
  from: tomorrow,
  ...more,
})

describe('a plan of a grid', () => {
  test('is made by the community, with its codes, and leaves its line', async () => {
    const { api, tokens, places } = house
    const of = await house.add()
    const plan = await api.get(tokens.worker, 'patrol.get', {
      communityId: of.communityId,
      planId: of.planId,
    })
    expect(plan).toMatchObject({
      kind: 'grid',
      gridId: places.grid.id,
      where: '第一网格',
      mayChange: true,
      versions: [
        { n: 1, from: '2026-11-21', name: '第一网格巡查', rhythm: { every: 'day' }, saysRhythm: '每天' },
      ],
    })
    expect(plan.versions[0]!.checkpoints.map((c) => [c.name, c.place, c.watchFor])).toEqual([
      ['地下室', '弘运小区 1栋', null],
      ['楼顶', '弘运小区 1栋', '屋顶门、水箱盖'],
      ['配电间', '弘运小区 2栋', null],
    ])
    const { items } = await api.get(tokens.worker, 'patrol.codes', {
      communityId: of.communityId,
      planId: of.planId,
    })
    expect(items.map((i) => i.link)).toEqual(of.checkpoints.map((c) => `https://shaodao.example/q/${c.code}`))
    expect(await house.lines(of.planId)).toMatchObject([
      {
        action: 'patrol.added',
        actor_role: 'communityWorker',
        after: { kind: 'grid', checkpoints: 3, from: '2026-11-21' },
      },
    ])
  })

  test('sent again is the same; with other content it is refused', async () => {
    const { api, tokens } = house
    const of = await house.add()
    const before = await house.rows()
    expect(await api.get(tokens.worker, 'patrol.add', of.sent)).toEqual({ id: of.planId })
    expect(await api.refusal(tokens.worker, 'patrol.add', { ...of.sent, name: '别的' })).toBe('id_taken')
    expect(await api.refusal(tokens.worker, 'patrol.add', house.plan({ versionId: of.versionId }))).toBe(
      'id_taken',
    )
    expect(await house.rows()).toBe(before)
  })

  test.each<[string, Partial<Input<'patrol.add'>>]>([
    ['no_checkpoint', { checkpoints: [] }],
    ['plan_in_past', { from: '2026-11-20' }],
    ['plan_nowhere', { gridId: undefined }],
    ['not_found', { gridId: randomUUID() }],
    ['invalid', { rhythm: { every: 'week', on: [] } }],
    ['invalid', { rhythm: { every: 'month', times: 29 } }],
    ['walker_elsewhere', { walkerIds: [randomUUID()] }],
  ])('is refused as %s with %j', async (code, more) => {
    const before = await house.rows()
    expect(await house.api.refusal(house.tokens.worker, 'patrol.add', house.plan(more))).toBe(code)
    expect(await house.rows()).toBe(before)
  })

  test('takes no checkpoint of another grid, of another community, or twice', async () => {
    const { api, tokens, places } = house
    const { spot } = house
    const refused = (checkpoints: Input<'patrol.add'>['checkpoints']) =>
      api.refusal(tokens.worker, 'patrol.add', house.plan({ checkpoints }))
    const elsewhere = { ...spot('水箱', places.buildingElsewhere.id), compoundId: places.nextCompound.id }
    expect(await refused([spot('楼顶'), elsewhere])).toBe('checkpoint_elsewhere')
    expect(await refused([{ ...spot('水箱', places.buildingElsewhere.id) }])).toBe('checkpoint_elsewhere')
    expect(await refused([{ ...spot('空地', undefined), compoundId: places.compoundThere.id }])).toBe(
      'checkpoint_elsewhere',
    )
    expect(await refused([spot('楼顶'), spot('楼顶')])).toBe('checkpoint_twice')
    const one = spot('楼顶')
    expect(await refused([one, { ...one, name: '又一个' }])).toBe('checkpoint_twice')
    const taken = await house.add()
    expect(await refused([{ ...spot('楼顶'), checkpointId: taken.checkpoints[0]!.checkpointId }])).toBe(
      'checkpoint_elsewhere',
    )
    // open ground of a compound that the grid has a building in
    await api.get(tokens.worker, 'patrol.add', house.plan({ checkpoints: [spot('空地', undefined)] }))
  })

  test.each<[Name, string]>([
    ['gridWorker', 'forbidden'],
    ['resident', 'forbidden'],
    ['committee', 'forbidden'],
    ['property', 'not_your_compound'],
    ['otherWorker', 'not_found'],
    ['stranger', 'not_found'],
  ])('is not made by the %s: %s', async (who, code) => {
    expect(await house.api.refusal(house.tokens[who], 'patrol.add', house.plan())).toBe(code)
  })

  test('cannot be without a checkpoint, not even by hand in the database', async () => {
    const of = await house.add()
    await expect(
      house.api.owner(
        `insert into patrol_version (community_id, id, plan_id, n, from_day, name, rhythm, walker_ids, made_at, sent_hash)
         select community_id, gen_random_uuid(), plan_id, 2, from_day + 2, name, rhythm, walker_ids, made_at, sent_hash
         from patrol_version where id = $1`,
        [of.versionId],
      ),
    ).rejects.toThrow('a plan without a checkpoint')
  })
})

describe('a change of a plan', () => {
  test('holds from its day, keeps the codes on the walls, and leaves what was', async () => {
    const { api, tokens } = house
    const of = await house.add()
    const kept = of.sent.checkpoints.slice(1)
    const sent = change(of, { checkpoints: [...kept, house.spot('大门')], name: '新名字' })
    expect(await api.get(tokens.worker, 'patrol.change', sent)).toEqual({ id: sent.id, from: tomorrow })
    const key = { communityId: of.communityId, planId: of.planId }
    const { versions } = await api.get(tokens.worker, 'patrol.get', key)
    expect(versions.map((v) => [v.n, v.from, v.name, v.checkpoints.length])).toEqual([
      [2, tomorrow, '新名字', 3],
      [1, '2026-11-21', '第一网格巡查', 3],
    ])
    const { items } = await api.get(tokens.worker, 'patrol.codes', key)
    expect(items.slice(0, 2).map((i) => i.link.slice(-16))).toEqual(
      of.checkpoints.slice(1).map((c) => c.code),
    )
    const { items: plans } = await api.get(tokens.worker, 'patrol.plans', { communityId: of.communityId })
    expect(plans.find((p) => p.planId === of.planId)).toMatchObject({
      version: { n: 1, name: '第一网格巡查' },
      next: { from: tomorrow, name: '新名字', saysRhythm: '每个工作日' },
    })
    expect(await house.lines(of.planId)).toMatchObject([
      { action: 'patrol.added' },
      {
        action: 'patrol.changed',
        before: { versionId: of.versionId },
        after: { versionId: sent.id, from: tomorrow },
      },
    ])
    // sent again it is the same
    const before = await house.rows()
    expect(await api.get(tokens.worker, 'patrol.change', sent)).toEqual({ id: sent.id, from: tomorrow })
    expect(await api.refusal(tokens.worker, 'patrol.change', { ...sent, name: '又一个' })).toBe('id_taken')
    expect(await house.rows()).toBe(before)
  })

  test('begins tomorrow at the earliest, by the verb and by the database', async () => {
    const { api, tokens } = house
    const of = await house.add()
    for (const from of ['2026-11-21', '2026-11-01'])
      expect(await api.refusal(tokens.worker, 'patrol.change', change(of, { from }))).toBe('change_in_past')
    await expect(
      api.owner(
        `insert into patrol_version (community_id, id, plan_id, n, from_day, name, rhythm, walker_ids, made_at, sent_hash)
         select community_id, gen_random_uuid(), plan_id, 2, from_day, name, rhythm, walker_ids, made_at, sent_hash
         from patrol_version where id = $1`,
        [of.versionId],
      ),
    ).rejects.toThrow('check constraint')
    for (const table of ['patrol_version', 'patrol_stop', 'checkpoint', 'patrol_plan'])
      expect(
        await api.owner(
          `select 1 where has_any_column_privilege('app', $1, 'UPDATE') or has_table_privilege('app', $1, 'DELETE')`,
          [table],
        ),
      ).toEqual([])
  })

  test('is refused without a checkpoint, and with one of another plan', async () => {
    const { api, tokens } = house
    const [of, other] = [await house.add(), await house.add()]
    expect(await api.refusal(tokens.worker, 'patrol.change', change(of, { checkpoints: [] }))).toBe(
      'no_checkpoint',
    )
    expect(
      await api.refusal(tokens.worker, 'patrol.change', change(of, { checkpoints: other.sent.checkpoints })),
    ).toBe('checkpoint_elsewhere')
  })

  test.each<[Name, string]>([
    ['gridWorker', 'forbidden'],
    ['committee', 'forbidden'],
    ['property', 'not_found'],
    ['otherWorker', 'not_found'],
  ])('is not for the %s: %s', async (who, code) => {
    expect(await house.api.refusal(house.tokens[who], 'patrol.change', change(await house.add()))).toBe(code)
  })

  test('by two at once gives each its place, and the last made holds', async () => {
    const { api, tokens } = house
    const of = await house.add()
    const sent = [change(of), change(of, { rhythm: { every: 'never' } })]
    const answers = await Promise.all([
      api.ask(tokens.worker, 'patrol.change', sent[0]!),
      api.ask(tokens.colleague, 'patrol.change', sent[1]!),
    ])
    expect(answers.map((a) => a.status)).toEqual([200, 200])
    const { versions } = await api.get(tokens.worker, 'patrol.get', {
      communityId: of.communityId,
      planId: of.planId,
    })
    expect(versions.map((v) => v.n)).toEqual([3, 2, 1])
  })

  test('can rest a plan, which is then due on no day, and wake it again', async () => {
    const { api, tokens } = house
    const of = await house.add()
    await api.get(tokens.worker, 'patrol.change', change(of, { rhythm: { every: 'never' } }))
    await api.get(
      tokens.worker,
      'patrol.change',
      change(of, { rhythm: { every: 'day' }, from: '2026-11-25' }),
    )
    const today = await api.get(tokens.gridWorker, 'patrol.today', {})
    const mine = today.plans.find((p) => p.planId === of.planId)!
    expect(mine.dues.map((d) => d.day).slice(0, 3)).toEqual(['2026-11-21', '2026-11-25', '2026-11-26'])
  })
})

describe('a property company’s own round', () => {
  test('is made by the company for a compound that it looks after', async () => {
    const { api, tokens, places } = house
    const of = await house.add(house.propertyPlan())
    const { items, mayAdd } = await api.get(tokens.property, 'patrol.plans', { communityId: of.communityId })
    expect(mayAdd).toEqual(['property'])
    expect(items.find((p) => p.planId === of.planId)).toMatchObject({
      kind: 'property',
      where: '弘运小区 · 弘运物业公司',
      mayChange: true,
      mayWalk: true,
    })
    const refused = (more: Partial<Input<'patrol.add'>>, token = tokens.property) =>
      api.refusal(token, 'patrol.add', house.propertyPlan(more))
    expect(await refused({ compoundId: places.nextCompound.id })).toBe('not_found')
    expect(await refused({ compoundId: undefined })).toBe('plan_nowhere')
    expect(await refused({}, tokens.worker)).toBe('not_your_compound')
    expect(await refused({}, tokens.department)).toBe('not_your_compound')
    expect(
      await refused({
        checkpoints: [
          { ...house.spot('水箱', places.buildingElsewhere.id), compoundId: places.nextCompound.id },
        ],
      }),
    ).toBe('checkpoint_elsewhere')
  })

  test('is seen by the community and the compound’s bodies, who do not change it, and by nobody else', async () => {
    const { api, tokens } = house
    const of = await house.add(house.propertyPlan())
    const key = { communityId: of.communityId, planId: of.planId }
    for (const who of ['worker', 'gridWorker', 'committee', 'branch', 'officer', 'secondHand'] as const) {
      const plan = await api.get(tokens[who], 'patrol.get', key)
      expect([who, plan.mayChange]).toEqual([who, who === 'secondHand'])
    }
    for (const who of ['department', 'resident', 'neighbour', 'stranger', 'otherWorker'] as const)
      expect(['forbidden', 'not_found']).toContain(await api.refusal(tokens[who], 'patrol.get', key))
    expect(await api.refusal(tokens.worker, 'patrol.change', change(of))).toBe('not_your_compound')
  })
})

describe('what a phone takes along', () => {
  test('are the plans that its holder walks, with codes, dues of two weeks and what is watched', async () => {
    const { api, tokens, ids } = house
    const of = await house.add(
      house.plan({ rhythm: { every: 'week', on: [1] }, walkerIds: [ids.gridWorker] }),
    )
    const seen = house.finding(of)
    await house.send({ ...house.header(of), findings: [seen] })
    const { day, at, plans } = await api.get(tokens.gridWorker, 'patrol.today', {})
    expect([day, at]).toEqual(['2026-11-21', api.now.toISOString()])
    const mine = plans.find((p) => p.planId === of.planId)!
    expect(mine.versions[0]!.checkpoints.map((c) => c.code)).toEqual(of.checkpoints.map((c) => c.code))
    expect(mine.dues.map((d) => [d.day, d.state])).toEqual([
      ['2026-11-23', 'ahead'],
      ['2026-11-30', 'ahead'],
    ])
    expect(mine.watched).toMatchObject([
      { findingId: seen.id, words: '灯不亮', place: '弘运小区 1栋 · 地下室', looks: 0 },
    ])
    expect(mine.rounds).toMatchObject([{ finishedAt: null, missedCheckpoints: 3 }])
    // a colleague who is not named does not walk it
    const other = await api.get(tokens.secondGridWorker, 'patrol.today', {})
    expect(other.plans.map((p) => p.planId)).not.toContain(of.planId)
    expect((await api.get(tokens.otherGridWorker, 'patrol.today', {})).plans).toEqual([])
  })

  test('is of all communities in which a company works', async () => {
    const { api, tokens, places } = house
    const of = await house.add(house.propertyPlan())
    const { plans } = await api.get(tokens.property, 'patrol.today', {})
    expect(plans.map((p) => p.planId)).toContain(of.planId)
    expect(plans.every((p) => p.organisationId === places.propertyCompany.id)).toBe(true)
    expect(await api.refusal(tokens.worker, 'patrol.today', {})).toBe('forbidden')
  })

  test('says of a day in a year without a calendar that it is provisional', async () => {
    const { api, tokens } = house
    const of = await house.add()
    api.now = new Date('2026-12-25T02:00:00Z')
    const { plans } = await api.get(tokens.gridWorker, 'patrol.today', {})
    const { dues } = plans.find((p) => p.planId === of.planId)!
    expect(dues.find((d) => d.day === '2026-12-31')?.provisional).toBe(false)
    expect(dues.find((d) => d.day === '2027-01-04')?.provisional).toBe(true)
    api.now = new Date('2026-11-21T02:00:00Z')
  })
})

test('who may be named are the grid workers of the grid, or the people of the company', async () => {
  const { api, tokens, ids, places } = house
  const asked = (more: object, token = tokens.worker) =>
    api.get(token, 'patrol.walkers', { communityId: places.here.id, ...more })
  expect((await asked({ gridId: places.grid.id })).items.map((w) => w.personId).sort()).toEqual(
    [ids.gridWorker, ids.secondGridWorker].sort(),
  )
  const company = { organisationId: places.propertyCompany.id }
  expect((await asked(company, tokens.property)).items.map((w) => w.personId).sort()).toEqual(
    [ids.property, ids.secondHand].sort(),
  )
  // a company sees nobody of the grid
  expect((await asked({ gridId: places.grid.id }, tokens.property)).items).toEqual([])
})

test('a checkpoint’s code leads whoever scans it to its building', async () => {
  const { api, tokens, places } = house
  const of = await house.add()
  expect(await api.get(tokens.resident, 'place.scan', { code: of.checkpoints[2]!.code })).toMatchObject({
    compoundId: places.compound.id,
    buildingId: places.nextBuilding.id,
    entranceId: null,
  })
})

test('a plan whose first day is later is not walked before', async () => {
  const { api, tokens } = house
  const of = await house.add(house.plan({ from: addDays('2026-11-21', 3) }))
  const { items } = await api.get(tokens.gridWorker, 'patrol.plans', { communityId: of.communityId })
  expect(items.find((p) => p.planId === of.planId)).toMatchObject({
    mayWalk: false,
    version: { n: 1 },
    next: null,
  })
})
