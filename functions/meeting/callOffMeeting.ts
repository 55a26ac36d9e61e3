import { write } from '../kernel/verb'
import { loadMeeting, placeOf, refuseMove } from './standing'
import { takeStep } from './step'

/** It does not take place; why stays beside it. */
export const callOffMeeting = write('meeting.callOff', {
  load: ({ tx, input }) => loadMeeting(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('callOff', acting.loaded, acting),
  async change(act) {
    await takeStep(act, act.loaded, {
      to: 'notHeld',
      record: 'meeting.calledOff',
      reason: act.input.reason,
    })
    return { state: 'notHeld' }
  },
})
