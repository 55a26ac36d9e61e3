import type { Output } from '../../shared/contract'
import { addDays, dayOf, startOfDay } from '../../shared/kernel/time'
import { sayMeeting, sayMove } from '../../shared/meeting/words'
import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { datesOfSeries, startOf } from '../series/dates'
import { plannedDays, type SeriesRow, seriesRunning } from '../series/queries'
import { meetingsOfMonth, type StandingRow } from './queries'
import { loadDays, markOf } from './reading/days'
import { endOf } from './standing'

type Entry = Output<'meeting.calendar'>['days'][number]['entries'][number]

/** The first day of a month and the first after it. */
function daysOf(month: string): [string, string] {
  const [year, m] = month.split('-').map(Number)
  return [`${month}-01`, m === 12 ? `${year! + 1}-01-01` : `${year}-${String(m! + 1).padStart(2, '0')}-01`]
}

const showHere = (m: StandingRow, now: Date): Entry => ({
  meetingId: m.id,
  seriesId: m.series_id,
  kind: m.kind,
  title: m.title,
  startsAt: m.starts_at.toISOString(),
  stands: m.state,
  says: sayMeeting({ state: m.state, startsAt: m.starts_at, endsAt: endOf(m), reason: m.reason }, now),
})
const showMoved = (m: StandingRow, move: { from: string; to: string; reason: string }, now: Date): Entry => ({
  ...showHere(m, now),
  startsAt: new Date(move.from).toISOString(),
  stands: 'movedAway',
  says: sayMove(new Date(move.from), new Date(move.to), move.reason, now),
})
const showExpected = (s: SeriesRow, day: string): Entry => ({
  meetingId: null,
  seriesId: s.id,
  kind: s.kind,
  title: s.title,
  startsAt: startOf(day, s.starts).toISOString(),
  stands: 'expected',
  says: `${s.starts}，还没有排`,
})

/** A month by date: what is there, what was moved away, and what comes by the rhythm of a series alone. */
export const readCalendar = read('meeting.calendar', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, month } = input
    const [first, next] = daysOf(month)
    const last = addDays(next, -1)
    const of = [communityId, compoundId ?? null]
    const [meetings, series, planned, calendar, [compound]] = await Promise.all([
      meetingsOfMonth(tx, [...of, startOfDay(first), startOfDay(next)]),
      seriesRunning(tx, [...of, first, last]),
      plannedDays(tx, [communityId, first, last]),
      loadDays(tx, first),
      compoundById(tx, of),
    ])
    const found = { meetings, series, planned, calendar, first, last }
    return compoundId === undefined || compound ? found : undefined
  },
  answer: ({ loaded, input: { month }, now }) => {
    const { meetings, series, planned, calendar, first, last } = loaded
    const entries: { day: string; entry: Entry }[] = []
    const put = (entry: Entry) => entries.push({ day: dayOf(new Date(entry.startsAt)), entry })
    for (const m of meetings) {
      const day = dayOf(m.starts_at)
      if (day >= first && day <= last) put(showHere(m, now))
      // moved within its own day it stands there once
      for (const move of m.stood) if (dayOf(new Date(move.from)) !== day) put(showMoved(m, move, now))
    }
    const isPlanned = (s: SeriesRow, day: string) =>
      planned.some((p) => p.series_id === s.id && p.day === day)
    for (const s of series) {
      for (const day of datesOfSeries(s, first, last))
        if (!isPlanned(s, day) && startOf(day, s.starts) > now) put(showExpected(s, day))
    }
    entries.sort((a, b) => (a.entry.startsAt < b.entry.startsAt ? -1 : 1))
    const days = [...new Set(entries.map((e) => e.day))].sort()
    return {
      month,
      days: days.map((day) => ({
        day,
        mark: markOf(calendar, day),
        entries: entries.filter((e) => e.day === day).map((e) => e.entry),
      })),
    }
  },
})
