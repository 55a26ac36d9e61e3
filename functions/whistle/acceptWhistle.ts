import { write } from '../kernel/verb'
import { deadlinesFrom, seconds, showDeadlines } from './clockWorld'
import { pausesOf } from './queries'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** Who takes it in may put category and urgency right; the clocks then follow, from when it was reported and over its pauses. */
export const acceptWhistle = write('whistle.accept', {
  load: async ({ tx, input, now }) => {
    const [standing, pauses] = await Promise.all([
      loadStanding(tx, input, now),
      pausesOf(tx, [input.communityId, input.whistleId]),
    ])
    return standing && { ...standing, pauses }
  },
  place: placeOf,
  refuse: (acting) => refuseStep('accept', acting),
  async change(act) {
    const { input, loaded } = act
    const { whistle, world, pauses } = loaded
    const category = input.category ?? whistle.category
    const urgency = input.urgency ?? whistle.urgency
    const corrected = category !== whistle.category || urgency !== whistle.urgency
    const deadlines = corrected
      ? deadlinesFrom(world, category, urgency, whistle.response_from, pauses)
      : {
          responseDueAt: whistle.response_due_at,
          resolutionDueAt: whistle.resolution_due_at,
          provisional: whistle.provisional,
        }
    await takeStep(act, whistle, {
      action: 'accept',
      record: 'whistle.accepted',
      set: { state: 'accepted', ...(corrected && { category, urgency, ...deadlines }) },
      after: {
        category,
        urgency,
        responseDue: seconds(deadlines.responseDueAt),
        resolutionDue: seconds(deadlines.resolutionDueAt),
      },
    })
    return { state: 'accepted', ...showDeadlines(deadlines) }
  },
})
