import { firstOf, lastOf, monthOf, monthsFrom, prorate, type Tariff } from '../../shared/charge/rules'
import type { TariffUnit } from '../../shared/space/kinds'

/** A lease as far as its charges go. */
export interface Leased {
  fromDay: string
  toDay: string | null
  agreedUnit: TariffUnit | null
  agreedFen: number | null
  tariffs: readonly Tariff[]
}
export interface Due {
  period: string
  from: string
  to: string
  fen: number
}
const later = (a: string, b: string) => (a > b ? a : b)

/** What a lease comes to in a month, to the day; undefined: nothing, or no tariff holds. */
export function dueOf(lease: Leased, month: string): Due | undefined {
  const { fromDay, toDay, agreedUnit, agreedFen } = lease
  const from = later(fromDay, firstOf(month))
  const to = toDay !== null && toDay < lastOf(month) ? toDay : lastOf(month)
  if (from > to) return undefined
  const tariffs = agreedUnit === null ? lease.tariffs : [{ unit: agreedUnit, fen: agreedFen!, from: fromDay }]
  const fen = prorate(tariffs, from, to)
  return fen ? { period: month, from, to, fen } : undefined
}

/** Months that have begun and are not charged yet: due on the day on which the lease's part of them begins. */
export const duesOf = (lease: Leased, today: string): Due[] =>
  monthsFrom(monthOf(lease.fromDay), monthOf(today))
    .map((month) => dueOf(lease, month))
    .filter((due): due is Due => due !== undefined && due.from <= today)
