import type { Calendar } from '../kernel/calendar'
import { addDays, dayOf, startOfDay } from '../kernel/time'
import type { WorkHours } from './fields'

export interface Span {
  from: Date
  to: Date
}

const minuteMs = 60_000
const toMinute = (at: Date): number => Math.floor(at.getTime() / minuteMs)
type Minutes = readonly [from: number, to: number]

/** Spans put together: what two tell is there once. */
function union(spans: readonly Minutes[]): Minutes[] {
  const sorted = spans.filter(([from, to]) => to > from).sort((a, b) => a[0] - b[0])
  const joined: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** What of the first is in none of the second; both as `union` gives them. */
function without(spans: readonly Minutes[], cut: readonly Minutes[]): Minutes[] {
  return spans.flatMap(([from, to]) => {
    const left: Minutes[] = []
    let at = from
    for (const [c, d] of cut) {
      if (d <= at || c >= to) continue
      if (c > at) left.push([at, c])
      at = Math.max(at, d)
    }
    if (at < to) left.push([at, to])
    return left
  })
}

const length = (spans: readonly Minutes[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0)

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const daysBetween = (a: string, b: string): number =>
  (Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000

/** The working spans that begin on one day in China; those over midnight end on the next. */
function worksOn(work: WorkHours, day: string, calendar: Calendar): { from: string; to: string }[] {
  if (work.kind === 'none') return []
  if (work.kind === 'workdays') return calendar.works(day) ? work.spans : []
  const since = daysBetween(work.start, day)
  return since < 0 ? [] : (work.days[since % work.days.length] ?? [])
}

function workIn(work: WorkHours, from: number, to: number, calendar: Calendar): Minutes[] {
  const spans: Minutes[] = []
  // a shift of the day before may reach into the first
  let day = addDays(dayOf(new Date(from * minuteMs)), -1)
  for (; startOfDay(day).getTime() / minuteMs < to; day = addDays(day, 1)) {
    const zero = startOfDay(day).getTime() / minuteMs
    for (const span of worksOn(work, day, calendar)) {
      const begins = minuteOf(span.from)
      const ends = minuteOf(span.to)
      spans.push([zero + begins, zero + (ends > begins ? ends : ends + 24 * 60)])
    }
  }
  return union(spans)
}

/** Beyond this somebody is asked whether it can be so. */
export const longMinutes = 12 * 60

export interface Counted {
  /** From sign-in to sign-out, in whole minutes. */
  whole: number
  /** Within own working hours: shown, not counted. */
  atWork: number
  /** Already counted by another service of the same person. */
  twice: number
  counted: number
}

/**
 * The minutes of one service that count: whole minutes, less own working hours, less what other services of the same person
 * have already counted. `whole = atWork + twice + counted`.
 */
export function countMinutes(
  service: Span,
  others: readonly Span[],
  work: WorkHours,
  calendar: Calendar,
): Counted {
  const from = toMinute(service.from)
  const to = toMinute(service.to)
  if (to <= from) return { whole: 0, atWork: 0, twice: 0, counted: 0 }
  const outside = without([[from, to]], workIn(work, from, to, calendar))
  const once = without(outside, union(others.map((o) => [toMinute(o.from), toMinute(o.to)])))
  const whole = to - from
  return {
    whole,
    atWork: whole - length(outside),
    twice: length(outside) - length(once),
    counted: length(once),
  }
}
