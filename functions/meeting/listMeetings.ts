import { dayOf } from '../../shared/kernel/time'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { comingMeetings, pastMeetings } from './queries'
import { loadDays } from './reading/days'
import { showMeeting } from './reading/face'

export const listMeetings = read('meeting.list', {
  load: async ({ tx, input, now }) => {
    const { communityId, compoundId, show } = input
    const after = readCursor(input.after, 'instant', 'id')
    const ask = show === 'coming' ? comingMeetings : pastMeetings
    const [rows, calendar, [compound]] = await Promise.all([
      ask(tx, [communityId, compoundId ?? null, after?.[0] ?? null, after?.[1] ?? null]),
      loadDays(tx, dayOf(new Date(now.getTime() - 366 * 86_400_000))),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? { rows, calendar } : undefined
  },
  answer: ({ loaded: { rows, calendar }, now }) =>
    pageOf(
      rows,
      (m) => [m.starts_at.toISOString(), m.id],
      (m) => showMeeting(m, calendar, now),
    ),
})
