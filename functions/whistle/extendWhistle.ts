import { isProvisional } from '../../shared/whistle/clocks'
import { isTooFar } from '../../shared/whistle/limits'
import { actsAs } from '../../shared/whistle/policy'
import { write } from '../kernel/verb'
import { seconds, showDeadlines } from './clockWorld'
import { setExtended } from './dispatching'
import { keepMissedResolution } from './missed'
import { factsOf, loadStanding, placeOf, refuseStep, type Standing } from './standing'
import { takeStep } from './step'

/** A day that somebody set is known; the response may still wait for its calendar. */
function staysProvisional({ whistle: w, world }: Standing): boolean {
  if (!w.provisional || w.responded_at !== null) return false
  const { response } = world.clocksFor(w.category, w.urgency)
  return isProvisional(world.calendar, response, w.response_from, w.response_due_at)
}

/**
 * The party once, the community as often as it must; the reporter reads why. Also where it is late already: the reporter is told
 * a new day, and what was missed stays missed.
 */
export const extendWhistle = write('whistle.extend', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded, now } = acting
    const refusal = refuseStep('extend', acting)
    if (refusal) return refusal
    const by = new Date(input.resolveBy)
    if (by <= now) return 'due_past'
    if (by <= loaded.whistle.resolution_due_at) return 'due_not_later'
    return isTooFar(by, now) ? 'due_too_far' : undefined
  },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { whistle } = loaded
    const resolutionDueAt = new Date(input.resolveBy)
    const provisional = staysProvisional(loaded)
    const byParty = actsAs(caller, factsOf(whistle), 'extend') === 'party'
    await Promise.all([
      ...(byParty && whistle.lead_id ? [setExtended(tx, [input.communityId, whistle.lead_id])] : []),
      takeStep(act, whistle, {
        action: 'extend',
        record: 'whistle.extended',
        set: {
          resolutionDueAt,
          resolutionSetAt: now,
          provisional,
          ...keepMissedResolution(whistle, null, now),
        },
        after: { resolutionDue: seconds(resolutionDueAt) },
        words: input.reason,
      }),
    ])
    const { response_due_at: responseDueAt, state } = whistle
    return { state, ...showDeadlines({ responseDueAt, resolutionDueAt, provisional }) }
  },
})
