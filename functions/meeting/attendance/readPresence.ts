import { read } from '../../kernel/verb'
import { standingOf } from '../queries'
import { placeOf } from '../standing'
import { presenceOf, showPresence } from './queries'

export const readPresence = read('meeting.presence', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [[meeting], [presence]] = await Promise.all([standingOf(tx, key), presenceOf(tx, key)])
    return meeting && { meeting, presence }
  },
  place: ({ meeting }) => placeOf(meeting),
  answer: ({ loaded }) => showPresence(loaded.presence),
})
