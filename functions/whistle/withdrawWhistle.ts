import { write } from '../kernel/verb'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

export const withdrawWhistle = write('whistle.withdraw', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('withdraw', acting),
  async change(act) {
    await takeStep(act, act.loaded.whistle, {
      action: 'withdraw',
      record: 'whistle.withdrawn',
      set: { state: 'withdrawn', pausedAt: null, closedAt: act.now },
      words: act.input.reason,
    })
    return { state: 'withdrawn' }
  },
})
