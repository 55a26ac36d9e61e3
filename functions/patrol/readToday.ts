import type { Output } from '../../shared/contract'
import type { Calendar } from '../../shared/kernel/calendar'
import { addDays, dayOf } from '../../shared/kernel/time'
import { daysAhead } from '../../shared/patrol/limits'
import { mayWalkPlan } from '../../shared/patrol/policy'
import { versionOn } from '../../shared/patrol/rhythm'
import type { Caller } from '../../shared/role/caller'
import { read } from '../kernel/verb'
import { type FindingRow, watchedOfMine } from './findingQueries'
import { showStop } from './getPlan'
import { loadCalendar } from './period'
import { type PlanRow, placeOfPlan, showPlanFace, showVersion, type VersionRow } from './plans'
import { plansOfMine, type StopRow, stopsOfMine } from './queries'
import { showFinding } from './showFinding'
import { daysOfWindow, type RoundFact, roundsOfMyPlans, walkedBetween } from './walked'

type PlanToday = Output<'patrol.today'>['plans'][number]

/** All that a phone takes along, in one answer. */
export const readToday = read('patrol.today', {
  load: async ({ tx, now }) => {
    const from = addDays(dayOf(now), -daysOfWindow)
    const [plans, stops, rounds, watched, calendar] = await Promise.all([
      plansOfMine(tx),
      stopsOfMine(tx),
      roundsOfMyPlans(tx, [from]),
      watchedOfMine(tx),
      loadCalendar(tx, from),
    ])
    return { plans, stops, rounds, watched, calendar }
  },
  place: () => ({}),
  async answer({ loaded, caller, now }) {
    const day = dayOf(now)
    const { stops, rounds, watched, calendar } = loaded
    const plans = loaded.plans.filter((plan) =>
      versionsAhead(plan, day).some((v) => mayWalkPlan(caller, placeOfPlan(plan), v.walkerIds)),
    )
    return {
      day,
      at: now.toISOString(),
      plans: await Promise.all(
        plans.map(async (plan) => ({
          ...showPlanFace(plan),
          versions: versionsAhead(plan, day).map((version) => showWithCodes(version, stops)),
          dues: duesAhead(plan, rounds, day, calendar),
          watched: await Promise.all(
            watched.filter((f) => f.plan_id === plan.id).map((f) => showWatched(f, caller, now)),
          ),
          rounds: rounds.filter((r) => isMine(r, plan, caller, day)).map(showRound),
        })),
      ),
    }
  },
})

/** In force today, or within the days that the phone may be away. */
function versionsAhead(plan: PlanRow, today: string): VersionRow[] {
  const days = Array.from({ length: daysAhead }, (_, i) => addDays(today, i))
  const inForce = new Set(days.map((day) => versionOn(plan.versions, day)?.versionId))
  return plan.versions.filter((v) => inForce.has(v.versionId))
}

const showWithCodes = (version: VersionRow, stops: readonly StopRow[]): PlanToday['versions'][number] => ({
  ...showVersion(version),
  checkpoints: stops
    .filter((s) => s.version_id === version.versionId)
    .map((stop) => ({ ...showStop(stop), code: stop.code })),
})

/** What can be walked for a due today or in the days ahead. */
function duesAhead(
  plan: PlanRow,
  rounds: readonly RoundFact[],
  today: string,
  calendar: Calendar,
): PlanToday['dues'] {
  const last = addDays(today, daysAhead - 1)
  const span = [addDays(today, -daysOfWindow), addDays(last, daysOfWindow)] as const
  return walkedBetween([plan], rounds, span, today, calendar)
    .filter(({ due }) => due.until >= today && due.from <= last)
    .map(({ due, state }) => ({
      ...due,
      holiday: calendar.holiday(due.day) ?? null,
      provisional: !calendar.knows(due.day),
      state,
    }))
}

async function showWatched(
  row: FindingRow,
  caller: Caller,
  now: Date,
): Promise<PlanToday['watched'][number]> {
  const { findingId, category, place, seenAt, thumb } = await showFinding(row, caller, now)
  return {
    findingId,
    category,
    words: row.words,
    place,
    checkpointId: row.checkpoint_id,
    seenAt,
    looks: row.looks,
    thumb,
  }
}

const isMine = (round: RoundFact, plan: PlanRow, caller: Caller, today: string): boolean =>
  round.plan_id === plan.id &&
  round.person_id === caller.personId &&
  (round.day === today || round.finished_at === null)

const showRound = (r: RoundFact): PlanToday['rounds'][number] => ({
  roundId: r.id,
  versionId: r.version_id,
  day: r.day,
  startedAt: r.started_at.toISOString(),
  finishedAt: r.finished_at?.toISOString() ?? null,
  missedCheckpoints: r.missed.length,
})
