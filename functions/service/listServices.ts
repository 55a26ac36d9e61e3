import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { loadCalendar, showService } from './counting'
import { servicesOf } from './queries'

export const listServices = read('service.list', {
  load: async ({ tx, input: { communityId, state, checkinId, taskId, after } }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    const [rows, calendar] = await Promise.all([
      servicesOf(tx, [communityId, state ?? null, checkinId ?? null, taskId ?? null, at ?? null, id ?? null]),
      loadCalendar(tx, new Date(0)),
    ])
    return { rows, calendar }
  },
  answer: ({ loaded: { rows, calendar } }) =>
    pageOf(rows, (s) => [s.in_at.toISOString(), s.id], showService(calendar)),
})
