import { write } from '../kernel/verb'
import { howManyInvited } from './queries'
import { loadMeeting, placeOf, refuseMove } from './standing'
import { takeStep } from './step'

/** The circle is told, in time. */
export const noticeMeeting = write('meeting.notice', {
  load: ({ tx, input }) => loadMeeting(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('notice', acting.loaded, acting),
  async change(act) {
    const { tx, input, now, loaded } = act
    const [, [invited]] = await Promise.all([
      takeStep(act, loaded, { to: 'noticed', record: 'meeting.noticed', noticed: now }),
      howManyInvited(tx, [input.communityId, input.meetingId]),
    ])
    return { state: 'noticed', people: invited!.people }
  },
})
