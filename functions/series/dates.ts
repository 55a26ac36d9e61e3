import { RRule } from 'rrule'

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)

/**
 * The days of a rhythm between two days, both included. Days are reckoned as such, at midnight by UTC and without any zone
 * (rrule's own dates are local times dressed as UTC); the hour is put on afterwards, by the clock in China.
 */
export function datesOf(rule: string, from: string, since: string, until: string): string[] {
  const rhythm = new RRule({ ...RRule.parseString(rule), dtstart: midnight(from) })
  return rhythm
    .between(midnight(since < from ? from : since), midnight(until), true)
    .map((at) => at.toISOString().slice(0, 10))
}

/** When a meeting of that day begins. */
export const startOf = (day: string, starts: string): Date => new Date(`${day}T${starts}:00+08:00`)

export interface Rhythm {
  rule: string
  from_day: string
  to_day: string | null
}
/** Of a series, which may have ended. */
export const datesOfSeries = ({ rule, from_day, to_day }: Rhythm, since: string, until: string): string[] =>
  datesOf(rule, from_day, since, to_day !== null && to_day < until ? to_day : until)
