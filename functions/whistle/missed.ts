import type { StandingRow } from './queries'

/** A deadline that is over and was not met, before another takes its place. */
const unmet = (due: Date, metAt: Date | null, now: Date): Date | null =>
  due <= now && !(metAt !== null && metAt <= due) ? due : null

/** What is kept of the response when a dispatch sets another deadline: the first one missed stays. A new lead has missed nothing yet. */
export function keepMissedResponse(w: StandingRow, now: Date, sameLead: boolean) {
  const missed = unmet(w.response_due_at, w.responded_at, now)
  return {
    responseMissedAt: w.response_missed_at ?? missed,
    leadResponseMissedAt: sameLead ? (w.lead_response_missed_at ?? missed) : null,
  }
}

/** The same of the solution: at a dispatch, at an extension, and when what was solved is open again. */
export function keepMissedResolution(w: StandingRow, solvedAt: Date | null, now: Date, sameLead = true) {
  const missed = unmet(w.resolution_due_at, solvedAt, now)
  return {
    resolutionMissedAt: w.resolution_missed_at ?? missed,
    leadResolutionMissedAt: sameLead ? (w.lead_resolution_missed_at ?? missed) : null,
  }
}
