import { write } from '../kernel/verb'
import { beginMinutes, carryResolutions } from './queries'
import { loadMeeting, placeOf, refuseMove } from './standing'
import { takeStep } from './step'

/** It begins, its minutes with it, and what is still open from before comes first. A phone that sends it twice is not told off. */
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
    await Promise.all([
      takeStep(act, loaded, { to: 'underWay', record: 'meeting.begun', began: now }),
      beginMinutes(tx, key),
      carryResolutions(tx, [...key, now]),
    ])
    return { state: 'underWay' }
  },
})
