import { write } from '../kernel/verb'
import { deadlinesResumed } from './answerWhistle'
import { seconds, showDeadlines } from './clockWorld'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'
import { endTabling, openTabling, resolutionThere } from './tabling'

/** Back to where it was, with what the meeting decided; what was left of both clocks is left again from now on. */
export const untableWhistle = write('whistle.untable', {
  load: async ({ tx, input, now }) => {
    const { communityId, whistleId, resolutionId } = input
    const [standing, [tabling], [decided]] = await Promise.all([
      loadStanding(tx, input, now),
      openTabling(tx, [communityId, whistleId]),
      resolutionThere(tx, [communityId, whistleId, resolutionId ?? null]),
    ])
    return standing && { ...standing, tabling, decided }
  },
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded } = acting
    const refusal = refuseStep('untable', acting)
    if (refusal) return refusal
    if (input.resolutionId !== undefined && !loaded.decided) return 'resolution_elsewhere'
    return input.resolutionId === undefined && input.words === undefined ? 'reason_needed' : undefined
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, whistleId, resolutionId, words } = input
    const { whistle, tabling, decided } = loaded
    const state = tabling!.from_state
    const deadlines = deadlinesResumed(loaded, now)
    const said = [decided && `会议决议：${decided.words}`, words].filter(Boolean).join('\n')
    await Promise.all([
      takeStep(act, whistle, {
        action: 'untable',
        record: 'whistle.untabled',
        set: { state, pausedAt: null, ...deadlines },
        after: {
          meetingId: tabling!.meeting_id,
          ...(resolutionId && { resolutionId }),
          responseDue: seconds(deadlines.responseDueAt),
          resolutionDue: seconds(deadlines.resolutionDueAt),
        },
        words: said,
      }),
      endTabling(tx, [communityId, whistleId, now, resolutionId ?? null]),
    ])
    return { state, ...showDeadlines(deadlines) }
  },
})
