import { write } from '../kernel/verb'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** Both clocks stand still until the answer. */
export const askBack = write('whistle.askBack', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('askBack', acting),
  async change(act) {
    await takeStep(act, act.loaded.whistle, {
      action: 'askBack',
      record: 'whistle.askedBack',
      set: { state: 'needsInfo', pausedAt: act.now },
      words: act.input.words,
    })
    return { state: 'needsInfo' }
  },
})
