import { itemsOf, type PlanToday, type Round, type Stop, type Watched } from './round'

/** 盐溪桥小区 3栋 · 地下配电间 */
export const sayStop = (stop: Pick<Stop, 'place' | 'name'>): string => `${stop.place} · ${stop.name}`

/** What is looked at again, with what rounds that were not sent yet have seen: a worker may be without signal for days. */
export function watchedNow(plan: PlanToday, rounds: readonly Round[]): Watched[] {
  const here = rounds.filter((r) => r.planId === plan.planId)
  const over = new Set(
    here.flatMap((r) => itemsOf(r, 'looks').flatMap((l) => (l.outcome === 'still' ? [] : [l.findingId]))),
  )
  const seen = new Map(plan.watched.map((w) => [w.findingId, w]))
  for (const round of here)
    for (const finding of itemsOf(round, 'findings')) {
      if (finding.outcome !== 'watched' || seen.has(finding.id)) continue
      const stop = round.stops.find((s) => s.checkpointId === finding.checkpointId)
      seen.set(finding.id, {
        findingId: finding.id,
        category: finding.category,
        words: finding.words ?? null,
        place: [stop && sayStop(stop), finding.spot].filter(Boolean).join(' '),
        checkpointId: finding.checkpointId ?? null,
        seenAt: finding.at,
        looks: 0,
        thumb: null,
      })
    }
  return [...seen.values()].filter((w) => !over.has(w.findingId))
}
