import { actsAs } from '../../shared/whistle/policy'
import { write } from '../kernel/verb'
import { seconds, showDeadlines } from './clockWorld'
import { besideReopening, reopened } from './reopening'
import { factsOf, loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** 回访, by the reporter or by somebody else than the handler: solved, half, or not; the last two open it again. */
export const followUpWhistle = write('whistle.followUp', {
  load: ({ tx, input, now }) => loadStanding(tx, input, now),
  place: placeOf,
  refuse: (acting) => {
    const { outcome, stars } = acting.input
    const refusal = refuseStep('followUp', acting)
    return refusal ?? (outcome === 'solved' && stars === undefined ? 'stars_needed' : undefined)
  },
  async change(act) {
    const { input, now, caller, loaded } = act
    const { whistle } = loaded
    const { outcome, stars = null, words } = input
    const said = { outcome, stars, followedUpAt: now }
    const by = actsAs(caller, factsOf(whistle), 'followUp')
    const step = { action: 'followUp', record: 'whistle.followedUp', words } as const
    if (outcome === 'solved') {
      await takeStep(act, whistle, {
        ...step,
        set: { state: 'followedUp', ...said },
        after: { outcome, stars, by },
      })
      const { response_due_at: responseDueAt, resolution_due_at: resolutionDueAt, provisional } = whistle
      return { state: 'followedUp', ...showDeadlines({ responseDueAt, resolutionDueAt, provisional }) }
    }
    const { set, deadlines, raises } = reopened(loaded, now)
    await Promise.all([
      takeStep(act, whistle, {
        ...step,
        set: { ...set, ...said },
        after: { outcome, stars, by, resolutionDue: seconds(deadlines.resolutionDueAt) },
      }),
      ...besideReopening(act, whistle, raises),
    ])
    return { state: 'reopened', ...showDeadlines(deadlines) }
  },
})
