import { isOpen } from '../../shared/whistle/states'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { lockBoth, mergeReporters, stateOf } from './queries'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** Whoever reported the one goes on with the other. */
export const mergeWhistle = write('whistle.merge', {
  load: async ({ tx, input, now }) => {
    const { communityId, whistleId, intoId } = input
    const [, standing, [into]] = await Promise.all([
      lockBoth(tx, [communityId, whistleId, intoId]),
      loadStanding(tx, input, now),
      stateOf(tx, [communityId, intoId]),
    ])
    return standing && into && { ...standing, into }
  },
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded } = acting
    if (input.intoId === input.whistleId) return 'merge_itself'
    const refusal = refuseStep('merge', acting)
    if (refusal) return refusal
    // parties, and who may look at it, are of a compound
    if (loaded.into.compound_id !== loaded.whistle.compound_id) return 'merge_elsewhere'
    return isOpen(loaded.into.state) ? undefined : 'merge_ended'
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, whistleId, intoId } = input
    await Promise.all([
      takeStep(act, loaded.whistle, {
        action: 'merge',
        record: 'whistle.merged',
        set: { state: 'merged', pausedAt: null, closedAt: now, mergedInto: intoId },
        after: { intoId },
      }),
      mergeReporters(tx, [communityId, whistleId, intoId, now]),
      note(act, {
        communityId,
        action: 'whistle.joined',
        subjectKind: 'whistle',
        subjectId: intoId,
        after: { by: 'community', mergedId: whistleId },
      }),
    ])
    return { state: 'merged' }
  },
})
