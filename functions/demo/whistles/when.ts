import { dayOf } from '../../../shared/kernel/time'
import type { Stage } from '../stage'

/** Days ago at an hour of the day, hours ago, or so far into the last such season that lies long enough back. */
export type When =
  | number
  | readonly [days: number, hour: number]
  | { months: readonly number[]; far: number; hour: number }

export const spring = (far: number, hour: number): When => ({ months: [3, 4, 5], far, hour })
export const summer = (far: number, hour: number): When => ({ months: [6, 7, 8], far, hour })
export const winter = (far: number, hour: number): When => ({ months: [12, 1, 2], far, hour })

/** Long enough ago that all is over by now. */
const latest = 24

/** When it began; what is told of a season lies no further back than so many days, since when people live there. */
export function beganAt(stage: Stage, when: When, minute: number, earliest: number): Date {
  if (typeof when === 'number') return new Date(stage.now.getTime() - when * 3_600_000)
  if ('length' in when) return stage.daysAgo(when[0], when[1], minute)
  const all = Array.from({ length: earliest - latest }, (_, i) => earliest - i)
  const inSeason = all.filter((days) => when.months.includes(Number(dayOf(stage.daysAgo(days)).slice(5, 7))))
  // where the season has just begun and the last one is too long ago, the days nearest to it have to do
  const days = inSeason.length > 0 ? inSeason : all.slice(0, 30)
  return stage.daysAgo(days[Math.floor(when.far * days.length)]!, when.hour, minute)
}
