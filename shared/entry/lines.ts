import type { AccountKind, Side } from '../account/chart'
import type { EntryKind } from './kinds'

type Part =
  | 'money'
  | 'income'
  | 'expense'
  | 'managerExpense'
  | 'fund'
  | 'due'
  | 'unpaid'
  | 'prepaid'
  | 'deposit'
  | 'advance'
  | 'managerShare'
  | 'opening'

/** What each kind of entry moves, and on which side; Postgres takes no other line. docs/LEDGER.md shows it as a table. */
export const linesOf: Record<Exclude<EntryKind, 'reversal'>, readonly `${Side} ${Part}`[]> = {
  opening: [
    'debit money',
    'debit opening',
    'credit opening',
    'credit prepaid',
    'credit deposit',
    'credit advance',
  ],
  manual: ['debit money', 'credit money', 'credit income', 'debit expense', 'credit expense'],
  charged: ['debit due', 'credit unpaid'],
  lowered: ['debit unpaid', 'credit due', 'debit income', 'credit prepaid'],
  received: ['debit money', 'debit unpaid', 'credit due', 'credit income', 'credit prepaid'],
  visitor: ['debit money', 'credit income'],
  applied: ['debit prepaid', 'debit unpaid', 'credit due', 'credit income'],
  deposited: ['debit money', 'credit deposit'],
  refunded: ['debit prepaid', 'debit deposit', 'credit money'],
  split: ['debit managerExpense', 'credit managerShare', 'debit managerShare', 'credit managerExpense'],
  managerPaid: ['debit managerShare', 'credit money'],
  advanced: ['debit expense', 'credit advance'],
  repaid: ['debit advance', 'credit money'],
  spent: ['debit expense', 'credit money'],
  fundReceived: ['debit money', 'credit fund'],
  fundSpent: ['debit fund', 'credit money'],
  fundReturned: ['debit fund', 'credit money'],
}

/** By hand income only grows: what was entered wrongly is reversed. */
export const mayStandByHand = (kind: AccountKind, side: Side): boolean =>
  kind !== 'income' || side === 'credit'
/** So much of bank fees goes by hand in a month; more is asked for and approved like any spending. */
export const feesByHandAtMost = 200_00
