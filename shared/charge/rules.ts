import { addDays } from '../kernel/time'
import type { TariffUnit } from '../space/kinds'

/** One sum for each home, or so much for a square metre. */
export const bases = ['home', 'area'] as const
export type Basis = (typeof bases)[number]

/** How long something is due: this month (30 days), a quarter, a year, longer. */
export const ages = ['days30', 'days90', 'days365', 'older'] as const
export type Age = (typeof ages)[number]

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export function ageOf(dueOn: string, today: string): Age {
  const days = daysBetween(dueOn, today)
  if (days <= 30) return 'days30'
  if (days <= 90) return 'days90'
  return days <= 365 ? 'days365' : 'older'
}

export const monthOf = (day: string): string => day.slice(0, 7)
export const firstOf = (month: string): string => `${month}-01`
export function nextMonth(month: string): string {
  const [y, m] = month.split('-').map(Number) as [number, number]
  return m === 12 ? `${y + 1}-01` : `${y}-${String(m + 1).padStart(2, '0')}`
}
export const lastOf = (month: string): string => addDays(firstOf(nextMonth(month)), -1)
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = []
  for (let m = first; m <= last; m = nextMonth(m)) months.push(m)
  return months
}

export interface Tariff {
  unit: TariffUnit
  fen: number
  from: string
}

/** Days of the year or month up to and with a day, and how many that has. */
function within(unit: 'month' | 'year', day: string): { nth: number; of: number } {
  if (unit === 'month') return { nth: Number(day.slice(8)), of: Number(lastOf(monthOf(day)).slice(8)) }
  const year = day.slice(0, 4)
  return {
    nth: daysBetween(`${year}-01-01`, day) + 1,
    of: daysBetween(`${year}-01-01`, `${Number(year) + 1}-01-01`),
  }
}

/** Up to the end of a day, of what its month or year costs: parts of one never come to more or less than the whole. */
const upTo = (fen: number, { nth, of }: { nth: number; of: number }): number =>
  Number((BigInt(fen) * BigInt(nth)) / BigInt(of))

/** What one tariff comes to from a day to a day, both counted, within one month. */
function costOf({ unit, fen }: Tariff, from: string, to: string): number {
  if (unit === 'day') return fen * (daysBetween(from, to) + 1)
  const start = within(unit, from)
  return upTo(fen, within(unit, to)) - upTo(fen, { ...start, nth: start.nth - 1 })
}

/** What a span within one month comes to, to the day: each day by the tariff that holds on it. Null: a day has none. */
export function prorate(tariffs: readonly Tariff[], from: string, to: string): number | null {
  const inOrder = [...tariffs].sort((a, b) => (a.from < b.from ? -1 : 1))
  let total = 0
  for (let day = from; day <= to; ) {
    const holds = inOrder.filter((t) => t.from <= day).at(-1)
    if (!holds) return null
    const next = inOrder.find((t) => t.from > day)
    const end = next && next.from <= to ? addDays(next.from, -1) : to
    total += costOf(holds, day, end)
    day = addDays(end, 1)
  }
  return total
}

/** What all homes of a compound are charged with in a month, all fees together: 1 亿元. More than that is a slip of the hand. */
export const monthAtMost = 10_000_000_000
/** A home's fee for a month, half a fen up. */
export const feeOf = (basis: Basis, fen: number, areaCentiares: number): number =>
  basis === 'home' ? fen : Number((BigInt(fen) * BigInt(areaCentiares) + 50n) / 100n)
