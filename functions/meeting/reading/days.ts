import { type Calendar, calendarOf } from '../../../shared/kernel/calendar'
import type { DayMark } from '../../../shared/meeting/words'
import type { Connection } from '../../kernel/database'
import { calendarEdits, calendarYears } from '../../whistle/queries'

/** The working calendar as published and edited, from a day on. */
export async function loadDays(tx: Connection, from: string): Promise<Calendar> {
  const [edits, years] = await Promise.all([calendarEdits(tx, [from]), calendarYears(tx)])
  return calendarOf(
    edits,
    years.map((y) => y.year),
  )
}

/** What kind of day it is for a meeting. */
export const markOf = (calendar: Calendar, day: string): DayMark => ({
  works: calendar.works(day),
  holiday: calendar.holiday(day) ?? null,
  provisional: !calendar.knows(day),
})
