import type { Calendar } from '../kernel/calendar'
import { addDays, dayOf, startOfDay } from '../kernel/time'
import type { Category, Urgency } from './categories'

export type ClockUnit = 'hours' | 'workingHours' | 'workingDays'
export interface Clock {
  amount: number
  unit: ClockUnit
}
export interface Clocks {
  response: Clock
  resolution: Clock
}
/** A deadline; provisional while it was counted over a year whose calendar is not published. */
export interface Due {
  at: Date
  provisional: boolean
}

const hour = 3_600_000
// eight hours on every working day, in China
const shifts = [
  { opens: 9 * hour, closes: 12 * hour },
  { opens: 13 * hour, closes: 18 * hour },
] as const
const dayEnds = 18 * hour

/** The most that a community may set. */
export const clockLimits: Record<ClockUnit, number> = { hours: 720, workingHours: 240, workingDays: 60 }

export function isClock(c: unknown): c is Clock {
  if (typeof c !== 'object' || c === null) return false
  const { amount, unit } = c as Record<string, unknown>
  const limit: unknown = clockLimits[unit as ClockUnit]
  return (
    typeof limit === 'number' && Number.isInteger(amount) && Number(amount) >= 1 && Number(amount) <= limit
  )
}

const urgent: readonly Category[] = ['water', 'power', 'gas', 'heat']

/** What a community lives by until it sets its own. */
export function defaultClocks(category: Category, urgency: Urgency): Clocks {
  if (urgency === 'danger' || (urgency !== 'complex' && urgent.includes(category)))
    return { response: { amount: 2, unit: 'hours' }, resolution: { amount: 24, unit: 'hours' } }
  return {
    response: { amount: 8, unit: 'workingHours' },
    resolution: { amount: urgency === 'complex' ? 15 : 7, unit: 'workingDays' },
  }
}

export function sayClock({ amount, unit }: Clock): string {
  if (unit === 'hours') return `${amount} 小时（自然时间）`
  return unit === 'workingHours' ? `${amount} 个工作小时` : `${amount} 个工作日`
}

export function dueAt(calendar: Calendar, clock: Clock, from: Date): Due {
  if (clock.unit === 'hours') return wall(from.getTime() + clock.amount * hour)
  const at =
    clock.unit === 'workingHours'
      ? layWorkingTime(calendar, from, clock.amount * hour)
      : moment(nthWorkingDay(calendar, dayOf(from), clock.amount), dayEnds)
  return counted(calendar, from, at)
}

/** The clock stood still from `pausedAt` to `resumedAt`: what was left then is left now. */
export function resumedDue(
  calendar: Calendar,
  clock: Clock,
  due: Date,
  pausedAt: Date,
  resumedAt: Date,
): Due {
  const overdue = due.getTime() <= pausedAt.getTime()
  if (clock.unit === 'hours')
    return wall(due.getTime() + (overdue ? 0 : resumedAt.getTime() - pausedAt.getTime()))
  if (overdue) return counted(calendar, due, due)
  const left =
    clock.unit === 'workingHours'
      ? workingTime(calendar, pausedAt, due)
      : workingDays(calendar, dayOf(pausedAt), dayOf(due))
  // an extension may end on the day of the pause or outside working time: then a pause that is over by then costs nothing
  if (left === 0 && resumedAt.getTime() < due.getTime()) return counted(calendar, pausedAt, due)
  const laid =
    clock.unit === 'workingHours'
      ? layWorkingTime(calendar, resumedAt, left)
      : layWorkingDays(calendar, resumedAt, left, due.getTime() - startOfDay(dayOf(due)).getTime())
  // never earlier, even where an extension reached beyond working time
  return counted(calendar, pausedAt, laid.getTime() < due.getTime() ? due : laid)
}

const moment = (day: string, intoDay: number): Date => new Date(startOfDay(day).getTime() + intoDay)

// hours by the wall clock ask no calendar
const wall = (at: number): Due => ({ at: new Date(at), provisional: false })

function counted(calendar: Calendar, from: Date, at: Date): Due {
  const last = dayOf(at)
  for (let day = dayOf(from); day <= last; day = addDays(day, 1))
    if (!calendar.knows(day)) return { at, provisional: true }
  return { at, provisional: false }
}

/** The shifts of a day as moments; none on a day off. */
const shiftsOf = (calendar: Calendar, day: string): { opens: number; closes: number }[] => {
  if (!calendar.works(day)) return []
  const midnight = startOfDay(day).getTime()
  return shifts.map((s) => ({ opens: midnight + s.opens, closes: midnight + s.closes }))
}

/** What was counted with this clock from here to there was counted over a year that is not published. */
export const isProvisional = (calendar: Calendar, { unit }: Clock, from: Date, due: Date): boolean =>
  unit !== 'hours' && counted(calendar, from, due).provisional

/** When so much working time is over: at a closing edge rather than at the opening after it. */
function layWorkingTime(calendar: Calendar, from: Date, time: number): Date {
  let left = time
  for (let day = dayOf(from); ; day = addDays(day, 1))
    for (const { opens, closes } of shiftsOf(calendar, day)) {
      const starts = Math.max(opens, from.getTime())
      if (starts >= closes) continue
      if (left <= closes - starts) return new Date(starts + left)
      left -= closes - starts
    }
}

function workingTime(calendar: Calendar, from: Date, to: Date): number {
  let sum = 0
  const last = dayOf(to)
  for (let day = dayOf(from); day <= last; day = addDays(day, 1))
    for (const { opens, closes } of shiftsOf(calendar, day))
      sum += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
  return sum
}

/** The nth working day after a day, which itself is not counted. */
function nthWorkingDay(calendar: Calendar, after: string, n: number): string {
  let day = after
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.works(day)) left--
  }
  return day
}

/** How many working days end after the one day, up to and with the other. */
function workingDays(calendar: Calendar, after: string, last: string): number {
  let n = 0
  for (let day = addDays(after, 1); day <= last; day = addDays(day, 1)) if (calendar.works(day)) n++
  return n
}

/** The hour of the due on the day on which it now falls; with only hours left, on the first working day not yet over. */
function layWorkingDays(calendar: Calendar, from: Date, left: number, intoDay: number): Date {
  const today = dayOf(from)
  const mayBeToday = left === 0 && moment(today, intoDay).getTime() > from.getTime()
  return moment(nthWorkingDay(calendar, mayBeToday ? addDays(today, -1) : today, left || 1), intoDay)
}
