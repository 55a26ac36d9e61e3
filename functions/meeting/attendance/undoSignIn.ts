import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadMeeting, placeOf, refuseMove } from '../standing'
import { dropSignIn, presenceOf, showPresence, signInById } from './queries'

/** A mistake is taken back; that it was made stays on the record. */
export const undoSignIn = write('meeting.undoSignIn', {
  load: async ({ tx, input }) => {
    const [meeting, [found]] = await Promise.all([
      loadMeeting(tx, input),
      signInById(tx, [input.communityId, input.meetingId, input.attendanceId]),
    ])
    return meeting && { meeting, found }
  },
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) =>
    refuseMove('undoSignIn', acting.loaded.meeting, acting) ??
    (acting.loaded.found ? undefined : 'not_found'),
  async change(act) {
    const { tx, input } = act
    const { communityId, meetingId, attendanceId } = input
    const [, , [presence]] = await Promise.all([
      dropSignIn(tx, [communityId, meetingId, attendanceId]),
      note(act, {
        communityId,
        action: 'meeting.signInUndone',
        subjectKind: 'meeting',
        subjectId: meetingId,
        after: { attendanceId },
      }),
      presenceOf(tx, [communityId, meetingId]),
    ])
    return { presence: showPresence(presence) }
  },
})
