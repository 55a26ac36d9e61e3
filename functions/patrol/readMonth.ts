import type { Output } from '../../shared/contract'
import { daysOf } from '../../shared/patrol/rhythm'
import { sayMonth } from '../../shared/rates/words'
import { read } from '../kernel/verb'
import { loadPeriod, type Period, type WalkedPeriod, walkedIn } from './period'
import { nameOf, whereOf } from './plans'
import { countsOf, type RoundFact, type Walked, walkersFor } from './walked'

/** Plan against walked: all numbers of a period from one reading. */
export const readMonth = read('patrol.month', {
  load: ({ tx, input }) => loadPeriod(tx, input),
  place: (_, { communityId, gridId }) => ({ communityId, ...(gridId !== undefined && { gridId }) }),
  answer: ({ loaded, caller, now }) => showMonth(loaded, walkedIn(loaded, caller, now)),
})

export function showMonth(period: Period, told: WalkedPeriod): Output<'patrol.month'> {
  const { walked, rounds, plans, walkers } = told
  const byDay = groupsOf(
    walked,
    rounds,
    (w) => [w.due.day],
    (r) => r.day,
  )
  const byMonth = groupsOf(
    walked,
    rounds,
    (w) => [w.due.day.slice(0, 7)],
    (r) => r.day.slice(0, 7),
  )
  const byPlan = groupsOf(
    walked,
    rounds,
    (w) => [w.plan.id],
    (r) => r.plan_id,
  )
  const byWalker = groupsOf(
    walked,
    rounds,
    (w) => walkersFor(w, walkers),
    (r) => r.person_id,
  )
  return {
    total: countsOf(walked, rounds),
    days: period.months.flatMap(daysOf).flatMap((day) => {
      const holiday = period.calendar.holiday(day) ?? null
      const of = byDay.get(day)
      return of || holiday !== null
        ? [{ day, holiday, counts: countsOf(of?.walked ?? [], of?.rounds ?? []) }]
        : []
    }),
    months: period.months.map((month) => ({
      group: month,
      name: sayMonth(month),
      ...countsIn(byMonth.get(month)),
    })),
    plans: plans.map((plan) => ({
      group: plan.id,
      name: nameOf(plan),
      kind: plan.kind,
      where: whereOf(plan),
      ...countsIn(byPlan.get(plan.id)),
    })),
    walkers: [...told.nameOf]
      .filter(([personId]) => byWalker.has(personId))
      .map(([personId, name]) => ({ group: personId, name, ...countsIn(byWalker.get(personId)) })),
  }
}

interface Group {
  walked: Walked[]
  rounds: RoundFact[]
}
const countsIn = (group: Group | undefined) => ({
  counts: countsOf(group?.walked ?? [], group?.rounds ?? []),
})

function groupsOf(
  walked: readonly Walked[],
  rounds: readonly RoundFact[],
  keysOf: (walked: Walked) => readonly string[],
  keyOf: (round: RoundFact) => string,
): Map<string, Group> {
  const groups = new Map<string, Group>()
  const group = (key: string): Group => {
    const known = groups.get(key) ?? { walked: [], rounds: [] }
    groups.set(key, known)
    return known
  }
  for (const w of walked) for (const key of keysOf(w)) group(key).walked.push(w)
  for (const r of rounds) group(keyOf(r)).rounds.push(r)
  return groups
}
