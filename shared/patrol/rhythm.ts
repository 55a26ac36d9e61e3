import type { Calendar } from '../kernel/calendar'
import { addDays } from '../kernel/time'

/** How often: day 1 of the week is Monday. `never` rests a plan whose codes stay on the walls. */
export type Rhythm =
  | { every: 'day' }
  | { every: 'weekday' }
  | { every: 'week'; on: readonly number[] }
  | { every: 'month'; times: number }
  | { every: 'never' }

/** A plan as it stands from a day on. The last one made has the last word, also over what was planned for later. */
export interface Version {
  versionId: string
  /** In which order they were made. */
  n: number
  from: string
  rhythm: Rhythm
}

/** One round that is due: on its day, or on any day from `from` until `until`. */
export interface Due {
  day: string
  from: string
  until: string
  versionId: string
  /** The holiday from which it moved to the next working day. */
  movedFrom: string | null
}

export function versionOn<V extends Version>(versions: readonly V[], day: string): V | undefined {
  let last: V | undefined
  for (const v of versions) if (v.from <= day && (last === undefined || v.n > last.n)) last = v
  return last
}

const dayOfWeek = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** Longer than any row of free days. */
const looksBack = 20

/**
 * What is due on a day. Every day: holidays too. On weekdays: on working days, made-up ones among them. On days of the
 * week: one that falls on a holiday moves to the next working day, where nothing is due anyway. So many a month: its
 * working days are cut into as many parts, and each is due by the last of them.
 */
export function dueOn(versions: readonly Version[], day: string, calendar: Calendar): Due | undefined {
  const version = versionOn(versions, day)
  if (!version || version.rhythm.every === 'never') return undefined
  const { rhythm, versionId } = version
  const on = (from: string, until = day, movedFrom: string | null = null): Due => ({
    day,
    from: from < version.from ? version.from : from,
    until,
    versionId,
    movedFrom,
  })
  if (rhythm.every === 'month') {
    const part = partsOf(day.slice(0, 7), rhythm.times, calendar).find((p) => p.day === day)
    return part && on(part.from, part.until)
  }
  if (rhythm.every === 'day' || (rhythm.every === 'weekday' && calendar.works(day))) return on(day)
  if (rhythm.every === 'week' && weeklyOn(version, day) && calendar.holiday(day) === undefined) return on(day)
  const moved = movedTo(versions, day, calendar)
  return moved === undefined ? undefined : { ...on(moved, day, moved), from: moved }
}

const weeklyOn = ({ rhythm }: Version, day: string): boolean =>
  rhythm.every === 'week' && rhythm.on.includes(dayOfWeek(day))

/** The first holiday just before this working day on which a round of the week would have been due. */
function movedTo(versions: readonly Version[], day: string, calendar: Calendar): string | undefined {
  if (!calendar.works(day)) return undefined
  let first: string | undefined
  for (let back = 1; back <= looksBack; back++) {
    const before = addDays(day, -back)
    if (calendar.works(before)) break
    const version = versionOn(versions, before)
    if (version && weeklyOn(version, before) && calendar.holiday(before) !== undefined) first = before
  }
  return first
}

interface Part {
  from: string
  until: string
  day: string
}

/** A month in so many parts, as even as its working days allow; all its days lie in one of them. */
export function partsOf(month: string, times: number, calendar: Calendar): Part[] {
  const days = daysOf(month)
  const working = days.filter(calendar.works)
  // more rounds than working days: then holidays have to do as well
  const counted = working.length >= times ? working : days
  const ends = Array.from(
    { length: times },
    (_, i) => counted[Math.floor(((i + 1) * counted.length) / times) - 1]!,
  )
  return ends.map((day, i) => ({
    from: i === 0 ? days[0]! : addDays(ends[i - 1]!, 1),
    until: i === times - 1 ? days.at(-1)! : day,
    day,
  }))
}

export function daysOf(month: string): string[] {
  const days: string[] = []
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** All that is due with its day in a span, both ends in it. */
export function duesBetween(
  versions: readonly Version[],
  first: string,
  last: string,
  calendar: Calendar,
): Due[] {
  const dues: Due[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const due = dueOn(versions, day, calendar)
    if (due) dues.push(due)
  }
  return dues
}

/** What can be walked on a day for it to count: its own, or that of a longer part which it lies in. */
export const dueFor = <D extends Due>(dues: readonly D[], day: string): D | undefined =>
  dues.find((d) => d.from <= day && day <= d.until)
