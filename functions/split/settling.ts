import { splitIncome } from '../../shared/split/rules'
import { credit, debit, type Line } from '../entry/posting'
import type { SourceRow } from './queries'

/** A source's month as it divides now. */
export const settledNow = (s: SourceRow) => ({
  accountId: s.account_id,
  key: s.key,
  name: s.name,
  incomeFen: s.income,
  ...splitIncome(s.income, s.owners_bp),
  repaidFen: s.repaid,
})

/** Something came in since it was worked out, or never was. A month is published only when nothing is open. */
export const isOpen = (s: SourceRow): boolean => {
  const { ownersFen, managerFen } = splitIncome(s.income, s.owners_bp)
  return s.settled_income !== s.income || s.settled_owners !== ownersFen || s.settled_manager !== managerFen
}

/** What of the manager's share is not in the books yet, or too much there. */
export function managerLines(sources: readonly SourceRow[]): Line[] {
  const more = sources.reduce(
    (sum, s) => sum + splitIncome(s.income, s.owners_bp).managerFen - s.settled_manager,
    0,
  )
  if (more === 0) return []
  return more > 0
    ? [debit('expense.manager', more), credit('managerShare', more)]
    : [debit('managerShare', -more), credit('expense.manager', -more)]
}
