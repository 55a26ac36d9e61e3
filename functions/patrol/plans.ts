import type { Output } from '../../shared/contract'
import type { PlanPlace } from '../../shared/patrol/policy'
import type { Rhythm } from '../../shared/patrol/rhythm'
import { sayRhythm } from '../../shared/patrol/says'
import type { PlanKind } from '../../shared/patrol/states'
import { judge } from '../../shared/permissions'
import type { Caller, PlacePath } from '../../shared/role/caller'

/** A version as it is read with its plan; `stops` are its checkpoints, in their order. */
export interface VersionRow {
  versionId: string
  n: number
  from: string
  name: string
  rhythm: Rhythm
  walkerIds: string[]
  madeAt: string
  stops: string[]
}

export interface PlanRow {
  community_id: string
  id: string
  kind: PlanKind
  grid_id: string | null
  compound_id: string | null
  organisation_id: string | null
  grid: string | null
  compound: string | null
  organisation: string | null
  versions: VersionRow[]
}

type Place = Pick<PlanRow, 'community_id' | 'kind' | 'grid_id' | 'compound_id' | 'organisation_id'>

export const placeOfPlan = (plan: Place): PlanPlace => ({
  communityId: plan.community_id,
  kind: plan.kind,
  gridId: plan.grid_id,
  compoundId: plan.compound_id,
  organisationId: plan.organisation_id,
})

/** What a caller's roles are held against. */
export const pathOfPlan = (plan: Place): PlacePath => ({
  communityId: plan.community_id,
  ...(plan.grid_id !== null && { gridId: plan.grid_id }),
  ...(plan.compound_id !== null && { compoundId: plan.compound_id }),
  ...(plan.organisation_id !== null && { organisationId: plan.organisation_id }),
})

/** Of what the database shows to somebody with several roles, only what one of them is for. */
export const sees = (caller: Caller, plan: Place): boolean =>
  judge(caller, 'patrol.get', pathOfPlan(plan)) === undefined

export const lastOf = (plan: PlanRow): VersionRow => plan.versions.at(-1)!
export const nameOf = (plan: PlanRow): string => lastOf(plan).name
export const whereOf = (plan: Pick<PlanRow, 'grid' | 'compound' | 'organisation'>): string =>
  plan.grid ?? [plan.compound, plan.organisation].filter((part) => part !== null).join(' · ')

export const showPlanFace = (plan: PlanRow) => ({
  communityId: plan.community_id,
  planId: plan.id,
  kind: plan.kind,
  gridId: plan.grid_id,
  compoundId: plan.compound_id,
  organisationId: plan.organisation_id,
  where: whereOf(plan),
})

type ShownVersion = Output<'patrol.plans'>['items'][number]['version']

export const showVersion = ({ versionId, n, from, name, rhythm, walkerIds }: VersionRow): ShownVersion => ({
  versionId,
  n,
  from,
  name,
  rhythm: rhythm.every === 'week' ? { ...rhythm, on: [...rhythm.on] } : rhythm,
  saysRhythm: sayRhythm(rhythm),
  walkerIds,
})
