import { sayClock, sayMissing } from '../../shared/patrol/says'
import type { RoundFaceRow } from './roundQueries'
import { minutesOn } from './walked'

/** What has not arrived of a round that is finished. */
export const missingOf = (r: RoundFaceRow) =>
  r.told_ticks === null
    ? null
    : {
        ticks: r.told_ticks - r.ticks,
        findings: r.told_findings! - r.findings,
        looks: r.told_looks! - r.looks,
        notes: r.told_notes! - r.notes,
      }

export function showRoundFace(r: RoundFaceRow) {
  const missing = missingOf(r)
  return {
    communityId: r.community_id,
    roundId: r.id,
    planId: r.plan_id,
    plan: r.plan,
    kind: r.kind,
    day: r.day,
    startedAt: r.started_at.toISOString(),
    finishedAt: r.finished_at?.toISOString() ?? null,
    minutes: minutesOn(r),
    walker: r.walker,
    mine: r.mine,
    checkpoints: r.stops,
    missedCheckpoints: r.missed.length,
    findings: r.findings,
    saysMissing: missing && sayMissing(missing),
  }
}

export const showClock = (r: RoundFaceRow) => ({
  clockAhead: r.clock_ahead,
  saysClock: sayClock(r.clock_ahead),
})
