import { meetingMove } from '../../db/schema'
import { aheadDaysAtMost } from '../../shared/meeting/limits'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { seconds } from '../whistle/clockWorld'
import { setMeeting } from './queries'
import { factsOf, loadMeeting, placeOf, refuseMove, refuseNotice } from './standing'

const day = 86_400_000

/** To another time. It stays the same meeting, and those who were told are told again. */
export const moveMeeting = write('meeting.move', {
  load: ({ tx, input }) => loadMeeting(tx, input),
  place: placeOf,
  refuse: (acting) => {
    const { loaded, input, now } = acting
    const refusal = refuseMove('move', loaded, acting)
    if (refusal) return refusal
    const to = new Date(input.startsAt)
    if (to <= now) return 'meeting_past'
    if (to.getTime() > now.getTime() + aheadDaysAtMost * day) return 'meeting_far'
    if (to.getTime() === loaded.starts_at.getTime()) return 'move_needed'
    // to an earlier day only if there is still time to be told
    const earlier = to < loaded.starts_at && loaded.state === 'noticed'
    const short = earlier ? refuseNotice({ ...factsOf(loaded), startsAt: to }, now) : undefined
    return short ? [short[0], { ...short[1] }] : undefined
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, meetingId, id, reason } = input
    const to = new Date(input.startsAt)
    await Promise.all([
      addOnce(
        act,
        meetingMove,
        { communityId, id, meetingId, fromAt: loaded.starts_at, toAt: to, reason, at: now },
        {
          communityId,
          action: 'meeting.moved',
          subjectKind: 'meeting',
          subjectId: meetingId,
          before: { startsAt: seconds(loaded.starts_at) },
          after: { startsAt: seconds(to) },
        },
        ['fromAt', 'at'],
      ),
      setMeeting.time(tx, [communityId, meetingId, to]),
    ])
    return { state: loaded.state, startsAt: to.toISOString() }
  },
})
