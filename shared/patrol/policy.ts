import type { Caller } from '../role/caller'
import type { FindingOutcome, LookOutcome, PlanKind, TickWay } from './states'

/** Where a plan belongs. */
export interface PlanPlace {
  communityId: string
  kind: PlanKind
  gridId: string | null
  compoundId: string | null
  organisationId: string | null
}

type Doer = Pick<Caller, 'personId' | 'roles'>

const worksIn = (caller: Doer, communityId: string): boolean =>
  caller.roles.some(
    ({ role, communities }) =>
      ['communityWorker', 'subdistrictOfficer', 'districtOfficer'].includes(role) &&
      communities.includes(communityId),
  )
const worksAt = (caller: Doer, { communityId, organisationId }: PlanPlace): boolean =>
  caller.roles.some(
    ({ role, path, communities }) =>
      role === 'responder' && path.organisationId === organisationId && communities.includes(communityId),
  )

/** A grid's plan is the community's; a property company makes its own. */
export const mayChangePlan = (caller: Doer, plan: PlanPlace): boolean =>
  plan.kind === 'grid' ? worksIn(caller, plan.communityId) : worksAt(caller, plan)

/** Whoever is named; where nobody is, all grid workers of the grid or all at the property company. */
export const mayWalkPlan = (caller: Doer, plan: PlanPlace, walkerIds: readonly string[]): boolean =>
  (walkerIds.length === 0 || walkerIds.includes(caller.personId)) &&
  (plan.kind === 'property'
    ? worksAt(caller, plan)
    : caller.roles.some(
        ({ role, path, communities }) =>
          role === 'gridWorker' && path.gridId === plan.gridId && communities.includes(plan.communityId),
      ))

/** Out of a watched finding, whoever walks the plan or works for the community may make a whistle at the desk. */
export const mayWhistleFinding = (caller: Doer, plan: PlanPlace): boolean =>
  worksIn(caller, plan.communityId) || mayWalkPlan(caller, plan, [])

interface Tick {
  way: TickWay
  code?: string | undefined
  reason?: string | undefined
  fix?: unknown
}
/** What is wrong with a tick; asked on the phone before it is kept, and by the server again. */
export function faultOfTick(tick: Tick, checkpoint: { code: string } | undefined) {
  if (!checkpoint) return 'checkpoint_of_other' as const
  if (tick.way === 'scan' && tick.code !== checkpoint.code) return 'code_of_other' as const
  if (tick.way === 'hand' && tick.reason === undefined) return 'reason_for_hand' as const
  if (tick.way === 'position' && tick.fix === undefined) return 'position_missing' as const
  return undefined
}

interface Finding {
  outcome: FindingOutcome
  words?: string | undefined
  checkpointId?: string | undefined
  compoundId?: string | undefined
  before?: readonly string[] | undefined
  after?: readonly string[] | undefined
}
export function faultOfFinding({
  outcome,
  words,
  checkpointId,
  compoundId,
  before = [],
  after = [],
}: Finding) {
  if (checkpointId === undefined && compoundId === undefined) return 'finding_nowhere' as const
  if (words === undefined && before.length === 0) return 'nothing_said' as const
  if (outcome === 'fixed' && (before.length === 0 || after.length === 0)) return 'both_photos' as const
  return undefined
}

/** What was found before has its photo of before; fixed, it needs one of after. */
export const faultOfLook = (look: { outcome: LookOutcome; photoIds?: readonly string[] | undefined }) =>
  look.outcome === 'fixed' && !look.photoIds?.length ? ('both_photos' as const) : undefined

/** Never before what was already written down, though the phone's clock was put back in between. */
export const laterOf = (...times: (string | undefined)[]): string =>
  times.filter((t) => t !== undefined).reduce((a, b) => (Date.parse(a) >= Date.parse(b) ? a : b))

interface Piece {
  startedAt: string
  ticks?: readonly { at: string }[] | undefined
  findings?: readonly { at: string }[] | undefined
  looks?: readonly { at: string }[] | undefined
  notes?: readonly { at: string }[] | undefined
  finish?: { at: string } | undefined
}
export function faultOfTimes({
  startedAt,
  ticks = [],
  findings = [],
  looks = [],
  notes = [],
  finish,
}: Piece) {
  const start = Date.parse(startedAt)
  if (finish && Date.parse(finish.at) < start) return 'finish_before_start' as const
  return [...ticks, ...findings, ...looks, ...notes].some(({ at }) => Date.parse(at) < start)
    ? ('before_start' as const)
    : undefined
}
