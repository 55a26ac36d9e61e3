import { keeps } from '../../../shared/meeting/policy'
import { Refused } from '../../kernel/refused'
import { read } from '../../kernel/verb'
import { standingOf } from '../queries'
import { factsOf, placeOf } from '../standing'
import { homesToTick } from './queries'

/** All homes of the circle, for the recorder to tick. */
export const listCircleHomes = read('meeting.homes', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [[meeting], homes] = await Promise.all([standingOf(tx, key), homesToTick(tx, key)])
    return meeting && { meeting, homes }
  },
  place: ({ meeting }) => placeOf(meeting),
  answer: ({ loaded, caller }) => {
    if (!keeps(caller, factsOf(loaded.meeting))) throw new Refused('not_keeper')
    return {
      items: loaded.homes.map((h) => ({
        homeId: h.home_id,
        label: h.label,
        areaCentiares: h.area_centiares,
        present: h.present,
      })),
    }
  },
})
