import { write } from '../kernel/verb'
import { beganAt, toldLate } from './happened'
import { beginMinutes, carryResolutions } from './queries'
import { loadMeeting, placeOf, refuseMove } from './standing'
import { takeStep } from './step'

/** It begins, its minutes with it, and what is still open from before comes first. A phone that sends it twice, or late, is not told off. */
export const beginMeeting = write('meeting.begin', {
  load: ({ tx, input }) => loadMeeting(tx, input),
  place: placeOf,
  refuse: (acting) => {
    const refusal = refuseMove('begin', acting.loaded, acting)
    const again =
      acting.loaded.state === 'underWay' && Array.isArray(refusal) && refusal[0] === 'meeting_moved'
    return again ? undefined : refusal
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    if (loaded.state === 'underWay') return { state: 'underWay' }
    const key = [input.communityId, input.meetingId]
    const began = beganAt(loaded, act)
    await Promise.all([
      takeStep(act, loaded, {
        to: 'underWay',
        record: 'meeting.begun',
        began,
        after: toldLate(began, now, 'began'),
      }),
      beginMinutes(tx, key),
      carryResolutions(tx, [...key, now]),
    ])
    return { state: 'underWay' }
  },
})
