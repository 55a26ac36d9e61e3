import { write } from '../kernel/verb'
import { setDispute } from './dispatching'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

export const disputeDispatch = write('whistle.dispute', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('dispute', acting),
  async change(act) {
    const { tx, input, loaded } = act
    await Promise.all([
      setDispute(tx, [input.communityId, loaded.whistle.lead_id, 'disputed']),
      takeStep(act, loaded.whistle, {
        action: 'dispute',
        record: 'whistle.disputed',
        after: { dispatchId: loaded.whistle.lead_id },
        words: input.reason,
      }),
    ])
    return { state: loaded.whistle.state }
  },
})
