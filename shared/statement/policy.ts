import { nextMonth } from '../charge/rules'
import type { NotReady } from './states'

/** What the rules need to know of the books when a month or a year is to be published. */
export interface PeriodFacts {
  /** The month in which the books began. */
  first: string
  closedThrough: string | null
  /** The month in which it is asked. */
  today: string
  /** Sources of the month whose income was not divided yet. */
  unsettled: boolean
  /** It was published before. */
  out: boolean
}

export const isYear = (period: string): boolean => period.length === 4
/** First and last month of a month or a year. */
export const spanOf = (period: string): { from: string; to: string } =>
  isYear(period) ? { from: `${period}-01`, to: `${period}-12` } : { from: period, to: period }
/** Months are published one after another; this one is next. */
export const nextToPublish = ({ first, closedThrough }: PeriodFacts): string =>
  closedThrough === null ? first : nextMonth(closedThrough)

/** All that stands in the way, the first to be told at the head. A year follows once all of its months are out. */
export function notReadyFor(period: string, facts: PeriodFacts): NotReady[] {
  const { to } = spanOf(period)
  const isInOrder = isYear(period)
    ? facts.closedThrough !== null && facts.closedThrough >= to && facts.first <= to
    : period === nextToPublish(facts)
  if (facts.out) return ['out']
  return [
    ...(to >= facts.today ? (['early'] as const) : []),
    ...(isInOrder ? [] : (['order'] as const)),
    ...(facts.unsettled && !isYear(period) ? (['unsettled'] as const) : []),
  ]
}
