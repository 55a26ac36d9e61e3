import { write } from '../kernel/verb'
import { setDispute, upholdDispute } from './dispatching'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** Upheld: it waits to be sent to somebody else. Refused, with a reason: the party keeps it. */
export const decideDispute = write('whistle.decideDispute', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => {
    const { decision, reason } = acting.input
    const refusal = refuseStep('decideDispute', acting)
    return refusal ?? (decision === 'refuse' && reason === undefined ? 'reason_needed' : undefined)
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, decision, reason } = input
    const { lead_id, state } = loaded.whistle
    const upheld = decision === 'uphold'
    await Promise.all([
      upheld
        ? upholdDispute(tx, [communityId, lead_id, now])
        : setDispute(tx, [communityId, lead_id, 'current']),
      takeStep(act, loaded.whistle, {
        action: 'decideDispute',
        record: upheld ? 'whistle.disputeUpheld' : 'whistle.disputeRefused',
        ...(upheld && {
          // nobody has it: what the freed one missed is theirs no longer
          set: { state: 'accepted' as const, leadResponseMissedAt: null, leadResolutionMissedAt: null },
        }),
        after: { dispatchId: lead_id },
        words: reason,
      }),
    ])
    return { state: upheld ? 'accepted' : state }
  },
})
