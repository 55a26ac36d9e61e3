import type { Calendar } from '../../shared/kernel/calendar'
import { addDays, dayOf } from '../../shared/kernel/time'
import { type Due, duesBetween } from '../../shared/patrol/rhythm'
import type { DueState } from '../../shared/patrol/states'
import { query } from '../kernel/database'
import type { PlanRow, VersionRow } from './plans'
import type { WalkerRow } from './queries'

/** A round as the numbers need it. */
export interface RoundFact {
  id: string
  plan_id: string
  version_id: string
  person_id: string
  day: string
  started_at: Date
  finished_at: Date | null
  findings: number
  fixed: number
  whistled: number
  /** Checkpoints of its version that were not ticked. */
  missed: string[]
}
const facts =
  'r.id, r.plan_id, r.version_id, r.person_id, r.day::text, r.started_at, r.finished_at, r.findings, r.fixed, r.whistled, r.missed'
export const roundsBetween = query<RoundFact>(
  'patrol.roundsBetween',
  `select ${facts} from patrol_round r where r.community_id = $1 and r.day between $2 and $3 order by r.day, r.id`,
)
export const roundsOfMyPlans = query<RoundFact>(
  'patrol.roundsOfMyPlans',
  `select ${facts} from patrol_round r join patrol_plan p on p.community_id = r.community_id and p.id = r.plan_id
   where (p.grid_id = any ((select my_grids())::uuid[]) or p.organisation_id = any ((select my_workplaces())::uuid[])) and r.day >= $1
   order by r.day, r.id`,
)

/** A round may count for a due that began so many days before the one by which it is due: over a long holiday. */
export const daysOfWindow = 31

/** One due with what was walked for it. */
export interface Walked {
  plan: PlanRow
  version: VersionRow
  due: Due
  state: DueState
  /** Checkpoints that nobody came to, where somebody went. */
  missed: string[]
  rounds: RoundFact[]
}

/** What is due in a span of days against what was walked; several rounds of one due are taken together. */
export function walkedBetween(
  plans: readonly PlanRow[],
  rounds: readonly RoundFact[],
  [first, last]: readonly [string, string],
  today: string,
  calendar: Calendar,
): Walked[] {
  const byPlan = new Map<string, Map<string, RoundFact[]>>()
  for (const round of rounds) {
    const days = byPlan.get(round.plan_id) ?? new Map<string, RoundFact[]>()
    byPlan.set(round.plan_id, days.set(round.day, [...(days.get(round.day) ?? []), round]))
  }
  return plans.flatMap((plan) => {
    const days = byPlan.get(plan.id)
    return duesBetween(plan.versions, first, last, calendar).map((due) => judge(plan, due, days, today))
  })
}

function judge(plan: PlanRow, due: Due, days: Map<string, RoundFact[]> | undefined, today: string): Walked {
  const versionBy = (id: string) => plan.versions.find((v) => v.versionId === id)
  const version = versionBy(due.versionId)!
  const rounds: RoundFact[] = []
  for (let day = due.from; days && day <= due.until; day = addDays(day, 1))
    rounds.push(...(days.get(day) ?? []))
  const came = (checkpoint: string) =>
    rounds.some((r) => versionBy(r.version_id)?.stops.includes(checkpoint) && !r.missed.includes(checkpoint))
  // most often one round has them all
  const whole = rounds.some((r) => r.version_id === due.versionId && r.missed.length === 0)
  const missed = rounds.length === 0 || whole ? [] : version.stops.filter((stop) => !came(stop))
  const over = due.until < today
  const state: DueState =
    rounds.length > 0 && missed.length === 0
      ? 'walked'
      : !over
        ? 'ahead'
        : rounds.length > 0
          ? 'partly'
          : 'missed'
  return { plan, version, due, state, missed: state === 'partly' ? missed : [], rounds }
}

const minutesOfDay = 24 * 60

/** By the phone's clock; one that was put forward in between tells nothing. */
export function minutesOn({
  started_at,
  finished_at,
}: Pick<RoundFact, 'started_at' | 'finished_at'>): number | null {
  if (!finished_at) return null
  const minutes = Math.floor((finished_at.getTime() - started_at.getTime()) / 60_000)
  return minutes <= minutesOfDay ? minutes : null
}

export function countsOf(walked: readonly Walked[], rounds: readonly RoundFact[]) {
  const sum = (count: (round: RoundFact) => number) => rounds.reduce((all, r) => all + count(r), 0)
  const [findings, fixed, whistled] = [sum((r) => r.findings), sum((r) => r.fixed), sum((r) => r.whistled)]
  const count = (state: DueState) => walked.filter((w) => w.state === state).length
  return {
    due: walked.length,
    walked: count('walked'),
    partly: count('partly'),
    missed: count('missed'),
    missedCheckpoints: walked.reduce((all, w) => all + w.missed.length, 0),
    rounds: rounds.length,
    minutes: sum((r) => minutesOn(r) ?? 0),
    findings,
    fixed,
    whistled,
    watched: findings - fixed - whistled,
  }
}

/** Who should have gone: whoever is named, else all who held the role on that day. */
export function walkersFor({ plan, version, due }: Walked, walkers: readonly WalkerRow[]): string[] {
  if (version.walkerIds.length > 0) return version.walkerIds
  return walkers
    .filter(
      (w) =>
        (plan.kind === 'grid' ? w.grid_id === plan.grid_id : w.organisation_id === plan.organisation_id) &&
        w.from_day <= due.day &&
        (w.to_day === null || w.to_day >= due.day),
    )
    .map((w) => w.person_id)
}

/** Days of a span of instants in China, both with it. */
export const daysOfSpan = (since: Date, until: Date): [string, string] => [
  dayOf(since),
  dayOf(new Date(until.getTime() - 1)),
]
