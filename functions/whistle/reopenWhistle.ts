import { write } from '../kernel/verb'
import { seconds, showDeadlines } from './clockWorld'
import { besideReopening, reopened } from './reopening'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** The reporter says that it is broken again: what they said of it before no longer holds. */
export const reopenWhistle = write('whistle.reopen', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => refuseStep('reopen', acting),
  async change(act) {
    const { input, now, loaded } = act
    const { set, deadlines, raises } = reopened(loaded, now)
    await Promise.all([
      takeStep(act, loaded.whistle, {
        action: 'reopen',
        record: 'whistle.reopened',
        set: { ...set, outcome: 'not', stars: null, followedUpAt: now },
        after: { outcome: 'not', resolutionDue: seconds(deadlines.resolutionDueAt) },
        words: input.reason,
      }),
      ...besideReopening(act, loaded.whistle, raises),
    ])
    return { state: 'reopened', ...showDeadlines(deadlines) }
  },
})
