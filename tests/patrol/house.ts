import { randomUUID } from 'node:crypto'
import type { Input, Output } from '../../shared/contract'
import { openWhistleHouse } from '../whistle/house'

export type PatrolHouse = Awaited<ReturnType<typeof openPatrolHouse>>
export type Piece = Input<'round.send'>
export type Tick = NonNullable<Piece['ticks']>[number]
export type Finding = NonNullable<Piece['findings']>[number]
export type Look = NonNullable<Piece['looks']>[number]

/** Saturday, ten in the morning in China. */
export const morning = new Date('2026-11-21T02:00:00Z')

/** The house of the whistles with rounds: a grid of two buildings, and the property company's compound. */
export async function openPatrolHouse(options: Parameters<typeof openWhistleHouse>[0] = {}) {
  const house = await openWhistleHouse({ now: morning, ...options })
  const { api, tokens, ids, places } = house
  const { here, compound, building, nextBuilding, grid, propertyCompany } = places
  await api.owner('update building set grid_id = $1 where id = any ($2::uuid[])', [
    grid.id,
    [building.id, nextBuilding.id],
  ])
  const [otherGrid, secondGridWorker, otherGridWorker] = [
    randomUUID(),
    await house.addPerson('secondGridWorker'),
    await house.addPerson('otherGridWorker'),
  ]
  await api.owner(`insert into grid (community_id, id, name) values ($1, $2, '第二网格')`, [
    here.id,
    otherGrid,
  ])
  await api.owner('update building set grid_id = $1 where id = $2', [otherGrid, places.buildingElsewhere.id])
  await house.give(secondGridWorker.id, 'gridWorker', 'grid')
  await api.owner(
    `insert into role_grant (id, person_id, role, scope, community_id, grid_id, from_day, granted_at)
     values (gen_random_uuid(), $1, 'gridWorker', 'grid', $2, $3, '2024-01-01', '2024-01-01')`,
    [otherGridWorker.id, here.id, otherGrid],
  )

  const spot = (name: string, buildingId: string | undefined = building.id, more: object = {}) => ({
    checkpointId: randomUUID(),
    name,
    compoundId: compound.id,
    ...(buildingId !== undefined && { buildingId }),
    ...more,
  })
  const plan = (more: Partial<Input<'patrol.add'>> = {}): Input<'patrol.add'> => ({
    communityId: here.id,
    id: randomUUID(),
    versionId: randomUUID(),
    kind: 'grid',
    gridId: grid.id,
    name: '第一网格巡查',
    rhythm: { every: 'day' },
    checkpoints: [
      spot('地下室', building.id, { at: { lat: 29.97, lng: 106.27 } }),
      spot('楼顶', building.id, { watchFor: '屋顶门、水箱盖' }),
      spot('配电间', nextBuilding.id),
    ],
    walkerIds: [],
    from: '2026-11-21',
    ...more,
  })
  const propertyPlan = (more: Partial<Input<'patrol.add'>> = {}) => {
    const { gridId: _, ...rest } = plan()
    return {
      ...rest,
      kind: 'property' as const,
      compoundId: compound.id,
      organisationId: propertyCompany.id,
      name: '物业日常巡查',
      ...more,
    }
  }
  /** A plan as it is in the house: with the codes on its walls. */
  const add = async (sent = plan(), token = sent.kind === 'grid' ? tokens.worker : tokens.property) => {
    await api.get(token, 'patrol.add', sent)
    const codes = await api.owner<{ id: string; code: string }>(
      'select id, code from checkpoint where plan_id = $1',
      [sent.id],
    )
    const code = new Map(codes.map((c) => [c.id, c.code]))
    const checkpoints = sent.checkpoints.map((c) => ({ ...c, code: code.get(c.checkpointId)! }))
    return { communityId: sent.communityId, planId: sent.id, versionId: sent.versionId, checkpoints, sent }
  }
  type Added = Awaited<ReturnType<typeof add>>
  /** The head of a round that starts at a phone's clock, minutes from now. */
  const header = (of: Added, minutes = 0, more: Partial<Piece> = {}): Piece => ({
    communityId: of.communityId,
    roundId: randomUUID(),
    planId: of.planId,
    versionId: of.versionId,
    startedAt: at(minutes),
    sentAt: api.now.toISOString(),
    ...more,
  })
  const at = (minutes: number) => new Date(api.now.getTime() + minutes * 60_000).toISOString()
  const tick = (of: Added, n: number, minutes = 1, more: Partial<Tick> = {}): Tick => ({
    id: randomUUID(),
    checkpointId: of.checkpoints[n]!.checkpointId,
    at: at(minutes),
    way: 'scan',
    code: of.checkpoints[n]!.code,
    ...more,
  })
  const finding = (of: Added, more: Partial<Finding> = {}): Finding => ({
    id: randomUUID(),
    at: at(2),
    category: 'facility',
    words: '灯不亮',
    checkpointId: of.checkpoints[0]!.checkpointId,
    outcome: 'watched',
    ...more,
  })
  const look = (
    findingId: string,
    outcome: Look['outcome'],
    minutes = 3,
    more: Partial<Look> = {},
  ): Look => ({
    id: randomUUID(),
    findingId,
    at: at(minutes),
    outcome,
    ...more,
  })
  const finish = (piece: Pick<Piece, 'ticks' | 'findings' | 'looks' | 'notes'>, minutes = 30) => ({
    at: at(minutes),
    ticks: piece.ticks?.length ?? 0,
    findings: piece.findings?.length ?? 0,
    looks: piece.looks?.length ?? 0,
    notes: piece.notes?.length ?? 0,
  })
  const send = (piece: Piece, token = tokens.gridWorker): Promise<Output<'round.send'>> =>
    api.get(token, 'round.send', piece)
  return {
    ...house,
    tokens: { ...tokens, secondGridWorker: secondGridWorker.token, otherGridWorker: otherGridWorker.token },
    ids: { ...ids, secondGridWorker: secondGridWorker.id, otherGridWorker: otherGridWorker.id },
    otherGrid,
    spot,
    plan,
    propertyPlan,
    add,
    at,
    header,
    tick,
    finding,
    look,
    finish,
    send,
    lines: (subjectId: string) =>
      api.owner<{
        action: string
        before: unknown
        after: Record<string, unknown>
        actor_role: string | null
      }>('select action, before, after, actor_role from record where subject_id = $1 order by id', [
        subjectId,
      ]),
    /** How many rows there are of everything that a piece may write. */
    rows: async () =>
      JSON.stringify(
        await api.owner(`select (select count(*) from patrol_round) as rounds, (select count(*) from round_tick) as ticks,
          (select count(*) from finding) as findings, (select count(*) from finding_look) as looks, (select count(*) from round_note) as notes,
          (select count(*) from finding_photo) as photos, (select count(*) from whistle) as whistles, (select count(*) from record) as record,
          (select count(*) from patrol_plan) as plans, (select count(*) from patrol_version) as versions, (select count(*) from checkpoint) as points`),
      ),
  }
}
