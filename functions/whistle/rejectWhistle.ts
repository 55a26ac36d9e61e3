import { write } from '../kernel/verb'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

export const rejectWhistle = write('whistle.reject', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('reject', acting),
  async change(act) {
    await takeStep(act, act.loaded.whistle, {
      action: 'reject',
      record: 'whistle.rejected',
      set: { state: 'rejected', pausedAt: null, closedAt: act.now },
      words: act.input.reason,
    })
    return { state: 'rejected' }
  },
})
