import { write } from '../kernel/verb'
import { setDispatches } from './dispatching'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

export const closeWhistle = write('whistle.close', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('close', acting),
  async change(act) {
    const { tx, input, now, loaded } = act
    await Promise.all([
      setDispatches(tx, [input.communityId, input.whistleId, 'done', now]),
      takeStep(act, loaded.whistle, {
        action: 'close',
        record: 'whistle.closed',
        set: { state: 'closed', closedAt: now },
      }),
    ])
    return { state: 'closed' }
  },
})
