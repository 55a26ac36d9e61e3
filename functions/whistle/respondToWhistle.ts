import { write } from '../kernel/verb'
import { setDispute } from './dispatching'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** 报到: somebody is there, or on the way. Whoever comes disputes no longer. */
export const respondToWhistle = write('whistle.respond', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('respond', acting),
  async change(act) {
    const { tx, input, now, loaded } = act
    const { whistle } = loaded
    await Promise.all([
      ...(whistle.lead_state === 'disputed'
        ? [setDispute(tx, [input.communityId, whistle.lead_id, 'current'])]
        : []),
      takeStep(act, whistle, {
        action: 'respond',
        record: 'whistle.responded',
        // the first time counts; whoever comes again after a reopening was there before
        set: { state: 'responded', respondedAt: whistle.responded_at ?? now },
        words: input.words,
      }),
    ])
    return { state: 'responded' }
  },
})
