import { write } from '../kernel/verb'
import { endedAt, toldLate } from './happened'
import { loadMeeting, placeOf, refuseMove } from './standing'
import { takeStep } from './step'

/** It is over. A phone that sends it twice, or late, is not told off. */
export const endMeeting = write('meeting.end', {
  load: ({ tx, input }) => loadMeeting(tx, input),
  place: placeOf,
  refuse: (acting) => {
    const refusal = refuseMove('end', acting.loaded, acting)
    const again = acting.loaded.state === 'held' && Array.isArray(refusal) && refusal[0] === 'meeting_moved'
    return again ? undefined : refusal
  },
  async change(act) {
    if (act.loaded.state === 'held') return { state: 'held' }
    const ended = endedAt(act.loaded, act)
    await takeStep(act, act.loaded, {
      to: 'held',
      record: 'meeting.ended',
      ended,
      after: toldLate(ended, act.now, 'ended'),
    })
    return { state: 'held' }
  },
})
