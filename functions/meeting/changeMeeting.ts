import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { refuseOffices } from './circle/convening'
import { officesIn, setMeeting } from './queries'
import { loadMeeting, placeOf, refuseMove } from './standing'

/** Title, spot, length, chair and recorder; whom it invites and when it begins have moves of their own. */
export const changeMeeting = write('meeting.change', {
  load: async ({ tx, input }) => {
    const [meeting, offices] = await Promise.all([
      loadMeeting(tx, input),
      officesIn(tx, [input.communityId, null]),
    ])
    return meeting && { meeting, offices }
  },
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) => {
    const { input, loaded } = acting
    const { meeting, offices } = loaded
    const named = {
      chairId: input.chairId ?? meeting.chair_id,
      recorderId: input.recorderId ?? meeting.recorder_id,
    }
    // whoever is named already stays, also without an office any more
    const known = [
      ...offices,
      ...[meeting.chair_id, meeting.recorder_id].map((id) => ({ person_id: id ?? '' })),
    ]
    return refuseMove('change', meeting, acting) ?? refuseOffices(named, known)
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, meetingId, title, spot, minutes, chairId, recorderId } = input
    await Promise.all([
      setMeeting.arrangements(tx, [
        communityId,
        meetingId,
        title ?? null,
        spot ?? null,
        minutes ?? null,
        chairId ?? null,
        recorderId ?? null,
      ]),
      note(act, {
        communityId,
        action: 'meeting.changed',
        subjectKind: 'meeting',
        subjectId: meetingId,
        after: {
          ...(minutes && { minutes }),
          ...(chairId && { chairId }),
          ...(recorderId && { recorderId }),
        },
      }),
    ])
    return { state: loaded.meeting.state }
  },
})
