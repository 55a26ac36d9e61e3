import { startOfDay } from '../../shared/kernel/time'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { loadCalendar, showService } from './counting'
import { servicesOfMine, signedInNow, totalsOfMine } from './queries'

/** A calendar year in China. */
export const yearOf = (year: string): [Date, Date] => [
  startOfDay(`${year}-01-01`),
  startOfDay(`${Number(year) + 1}-01-01`),
]

export const listMyServices = read('service.mine', {
  load: async ({ tx, input: { year, after } }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    const within = yearOf(year)
    const [[now], [totals], rows, calendar] = await Promise.all([
      signedInNow(tx),
      totalsOfMine(tx, within),
      servicesOfMine(tx, [...within, at ?? null, id ?? null]),
      loadCalendar(tx, within[0]),
    ])
    return { now, totals: totals!, rows, calendar }
  },
  answer: ({ loaded: { now, totals, rows, calendar } }) => ({
    now: now ? showService(calendar)(now) : null,
    ...totals,
    ...pageOf(rows, (s) => [s.in_at.toISOString(), s.id], showService(calendar)),
  }),
})
