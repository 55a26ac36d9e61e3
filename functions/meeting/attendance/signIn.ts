import { meetingAttendance } from '../../../db/schema'
import { codeFits } from '../../../shared/kernel/minuteCode'
import { addOnce } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { standingOf } from '../queries'
import { placeOf, refuseMove } from '../standing'
import { addHomes, myHomesInCircle, mySignIn, presenceOf, showPresence } from './queries'
import { secretOf } from './secret'

/** By the code on the recorder's screen. Sent again, also with the code of then, it finds itself. */
export const signIn = write('meeting.signIn', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [[meeting], homes, [mine]] = await Promise.all([
      standingOf(tx, key),
      myHomesInCircle(tx, key),
      mySignIn(tx, key),
    ])
    return meeting && { meeting, homes, again: mine?.id === input.id }
  },
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) => {
    const { input, loaded, now } = acting
    if (loaded.again) return undefined
    const refusal = refuseMove('signIn', loaded.meeting, acting)
    if (refusal) return refusal
    return codeFits(secretOf(input.communityId, input.meetingId), input.code, now) ? undefined : 'code_old'
  },
  conflicts: { attendance_once: 'signed_in_already' },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, meetingId, id } = input
    const { homes } = loaded
    const owns = homes.some((h) => h.kind === 'owner')
    const presentAs = homes.length === 0 ? 'member' : owns ? 'owner' : 'tenant'
    const [, , [presence]] = await Promise.all([
      addOnce(
        act,
        meetingAttendance,
        { communityId, id, meetingId, personId: caller.personId, presentAs, at: now },
        {
          communityId,
          action: 'meeting.signedIn',
          subjectKind: 'meeting',
          subjectId: meetingId,
          after: { attendanceId: id, homes: homes.length },
        },
        ['presentAs', 'at'],
      ),
      addHomes(tx, [
        communityId,
        meetingId,
        id,
        homes.map((h) => h.home_id),
        homes.map((h) => h.kind),
        false,
      ]),
      presenceOf(tx, [communityId, meetingId]),
    ])
    return { id, homes: homes.map((h) => h.label), presence: showPresence(presence) }
  },
})
