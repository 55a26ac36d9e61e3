import { resumedDue } from '../../shared/whistle/clocks'
import { write } from '../kernel/verb'
import { earlier, seconds, showDeadlines } from './clockWorld'
import { loadWithPhotos, placeOf, refuseStep, type Standing } from './standing'
import { takeStep } from './step'

/** What was left of both clocks at the pause is left again from now on. */
export function deadlinesResumed({ whistle, world }: Standing, now: Date) {
  const { response, resolution } = world.clocksFor(whistle.category, whistle.urgency)
  const pausedAt = whistle.paused_at ?? now
  const toRespond = resumedDue(world.calendar, response, whistle.response_due_at, pausedAt, now)
  const toResolve = resumedDue(world.calendar, resolution, whistle.resolution_due_at, pausedAt, now)
  const responseDueAt = earlier(toRespond.at, toResolve.at)
  return {
    responseDueAt,
    resolutionDueAt: toResolve.at,
    // one that was over, or whose day is not over yet, did not move
    ...(responseDueAt > whistle.response_due_at && { responseSetAt: now }),
    ...(toResolve.at > whistle.resolution_due_at && { resolutionSetAt: now }),
    // what was provisional is counted anew from its beginning, also where the calendar came during the pause
    provisional: whistle.provisional || toRespond.provisional || toResolve.provisional,
  }
}

export const answerWhistle = write('whistle.answer', {
  load: ({ tx, input, now }) => loadWithPhotos(tx, input, now),
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded } = acting
    const refusal = refuseStep('answer', acting)
    if (refusal) return refusal
    if (input.words === undefined && !input.photoIds?.length) return 'nothing_said'
    return loaded.missesPhotos ? 'photo_unknown' : undefined
  },
  conflicts: { whistle_photo_pkey: 'photo_unknown' },
  async change(act) {
    const { input, now, loaded } = act
    const deadlines = deadlinesResumed(loaded, now)
    await takeStep(act, loaded.whistle, {
      action: 'answer',
      record: 'whistle.answered',
      set: { state: 'submitted', pausedAt: null, ...deadlines },
      after: {
        responseDue: seconds(deadlines.responseDueAt),
        resolutionDue: seconds(deadlines.resolutionDueAt),
      },
      words: input.words,
      photoIds: input.photoIds,
    })
    return { state: 'submitted', ...showDeadlines(deadlines) }
  },
})
