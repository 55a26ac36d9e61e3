import { meetingAttendance } from '../../../db/schema'
import type { Input } from '../../../shared/contract'
import { addOnce } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { officesIn } from '../queries'
import { loadMeeting, placeOf, refuseMove } from '../standing'
import { addHomes, homeInCircle, presenceOf, showPresence } from './queries'

type Asked = Input<'meeting.signInFor'>

/** As what the home is there; a guest or a member is there for none. */
const homeAs = ({ as }: Asked): string => (as === 'owner' || as === 'tenant' ? as : 'family')

/** By the recorder, for somebody without a phone: a home of the circle, a member of a body, or a guest by name. */
export const signInFor = write('meeting.signInFor', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [meeting, [home], offices] = await Promise.all([
      loadMeeting(tx, input),
      homeInCircle(tx, [...key, input.homeId ?? null]),
      officesIn(tx, [input.communityId, null]),
    ])
    return meeting && { meeting, home, offices }
  },
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) => {
    const { input, loaded } = acting
    const { homeId, personId, name, id } = input
    const refusal = refuseMove('signInFor', loaded.meeting, acting)
    if (refusal) return refusal
    if (homeId === undefined && personId === undefined && name === undefined) return 'who_missing'
    if (homeId !== undefined && !loaded.home) return 'home_unknown'
    if (personId !== undefined && !loaded.offices.some((o) => o.person_id === personId))
      return 'person_elsewhere'
    const here = loaded.home?.here
    return here && here !== id ? 'home_signed_in' : undefined
  },
  conflicts: { attendance_home_written_once: 'home_signed_in', attendance_once: 'signed_in_already' },
  async change(act) {
    const { tx, input, now, caller } = act
    const { communityId, meetingId, id, homeId, personId, name, as } = input
    const row = {
      communityId,
      id,
      meetingId,
      personId: personId ?? null,
      name: name ?? null,
      presentAs: as,
      at: now,
      writtenBy: caller.personId,
    }
    const homes = homeId === undefined ? [] : [homeId]
    const [, , [presence]] = await Promise.all([
      addOnce(
        act,
        meetingAttendance,
        row,
        {
          communityId,
          action: 'meeting.signedInFor',
          subjectKind: 'meeting',
          subjectId: meetingId,
          after: { attendanceId: id, as, ...(homeId && { homeId }) },
        },
        ['at'],
      ),
      addHomes(tx, [communityId, meetingId, id, homes, homes.map(() => homeAs(input)), true]),
      presenceOf(tx, [communityId, meetingId]),
    ])
    return { id, presence: showPresence(presence) }
  },
})
