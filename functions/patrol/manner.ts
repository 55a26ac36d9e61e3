import type { Input } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import type { PlanPlace } from '../../shared/patrol/policy'
import type { Connection } from '../kernel/database'
import { newPlaceCode } from '../kernel/secrets'
import * as queries from './queries'

/** How it is to be walked, as it was sent. */
type Manner = Pick<
  Input<'patrol.change'>,
  'communityId' | 'name' | 'rhythm' | 'checkpoints' | 'walkerIds' | 'from'
>

/** What the checkpoints and walkers of a plan are held against; asked in the batch of a verb's load. */
export async function loadGround(
  tx: Connection,
  manner: Manner,
  of: { gridId: string | null } | { planId: string },
) {
  const { communityId, checkpoints } = manner
  const places = [
    communityId,
    checkpoints.map((c) => c.compoundId),
    checkpoints.map((c) => c.buildingId ?? null),
  ]
  const [ground, there, walkers] = await Promise.all([
    'planId' in of
      ? queries.groundOfPlan(tx, [...places, of.planId])
      : queries.groundOf(tx, [...places, of.gridId]),
    queries.checkpointsThere(tx, [communityId, checkpoints.map((c) => c.checkpointId)]),
    queries.walkersOf(tx, [communityId]),
  ])
  return { ground, there, walkers }
}
type Ground = Awaited<ReturnType<typeof loadGround>>

type MannerFault = 'no_checkpoint' | 'checkpoint_twice' | 'checkpoint_elsewhere' | 'walker_elsewhere'

export function refuseManner(
  { checkpoints, walkerIds }: Manner,
  { ground, there, walkers }: Ground,
  planId: string,
  plan: PlanPlace,
  now: Date,
): MannerFault | [MannerFault, { name: string }] | undefined {
  if (checkpoints.length === 0) return 'no_checkpoint'
  const [ids, names] = [new Set<string>(), new Set<string>()]
  for (const [i, { checkpointId, name, compoundId }] of checkpoints.entries()) {
    if (ids.has(checkpointId) || names.has(name)) return ['checkpoint_twice', { name }]
    ids.add(checkpointId)
    names.add(name)
    const at = ground[i]!
    const within = plan.kind === 'grid' ? at.in_grid : at.compound_id === plan.compoundId
    const other = there.find((c) => c.id === checkpointId)
    if (at.compound_id !== compoundId || !within || (other && other.plan_id !== planId))
      return ['checkpoint_elsewhere', { name }]
  }
  const today = dayOf(now)
  const mayGo = walkers.filter(
    (w) =>
      (plan.kind === 'grid' ? w.grid_id === plan.gridId : w.organisation_id === plan.organisationId) &&
      w.from_day <= today &&
      (w.to_day === null || w.to_day >= today),
  )
  return walkerIds.every((id) => mayGo.some((w) => w.person_id === id)) ? undefined : 'walker_elsewhere'
}

/** Puts a version there with its checkpoints; all statements at once. */
export async function addManner(
  tx: Connection,
  manner: Manner,
  { ground, there }: Pick<Ground, 'ground' | 'there'>,
  as: { planId: string; versionId: string; n: number; now: Date; hash: Buffer },
): Promise<void> {
  const { communityId, checkpoints, name, rhythm, walkerIds, from } = manner
  const { planId, versionId, n, now, hash } = as
  const fresh = checkpoints.filter((c) => !there.some((t) => t.id === c.checkpointId))
  const stops = checkpoints.map((c, i) => ({
    checkpoint_id: c.checkpointId,
    n: i + 1,
    name: c.name,
    place: [ground[i]!.compound, ground[i]!.building].filter((part) => part !== null).join(' '),
    compound_id: c.compoundId,
    building_id: c.buildingId ?? null,
    lat: c.at?.lat ?? null,
    lng: c.at?.lng ?? null,
    watch_for: c.watchFor ?? null,
  }))
  await Promise.all([
    queries.addVersion(tx, [
      communityId,
      versionId,
      planId,
      n,
      from,
      name,
      rhythm,
      [...new Set(walkerIds)],
      now,
      hash,
    ]),
    queries.addCheckpoints(tx, [
      communityId,
      planId,
      fresh.map((c) => c.checkpointId),
      fresh.map(() => newPlaceCode()),
    ]),
    queries.addStops(tx, [communityId, versionId, planId, JSON.stringify(stops)]),
  ])
}

export const mannerConflicts = {
  patrol_version_pkey: 'id_taken',
  patrol_plan_pkey: 'id_taken',
  checkpoint_pkey: 'id_taken',
} as const
