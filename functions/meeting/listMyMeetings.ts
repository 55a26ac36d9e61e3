import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { myMeetings } from './queries'
import { loadDays } from './reading/days'
import { showMeeting } from './reading/face'

const hour = 3_600_000

/** To which the caller is invited, or which they keep, the next first; one that has just begun is among them. */
export const listMyMeetings = read('meeting.mine', {
  load: async ({ tx, now }) => {
    const [rows, calendar] = await Promise.all([
      myMeetings(tx, [new Date(now.getTime() - 12 * hour)]),
      loadDays(tx, dayOf(now)),
    ])
    return { rows, calendar }
  },
  answer: ({ loaded: { rows, calendar }, now }) => ({
    items: rows.map((m) => showMeeting(m, calendar, now)),
  }),
})
