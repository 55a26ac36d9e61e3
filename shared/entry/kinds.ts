/** Every way in which something comes into the books. */
export const entryKinds = [
  'opening',
  'manual',
  'charged',
  'lowered',
  'received',
  'visitor',
  'applied',
  'deposited',
  'refunded',
  'split',
  'managerPaid',
  'advanced',
  'repaid',
  'spent',
  'fundReceived',
  'fundSpent',
  'fundReturned',
  'reversal',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** No voucher, no posting: money that goes out, and what was laid out for the compound. Postgres says the same. */
export const needsVoucher: readonly EntryKind[] = [
  'refunded',
  'managerPaid',
  'advanced',
  'repaid',
  'spent',
  'fundSpent',
  'fundReturned',
]

/**
 * What an entry that names it may take back, with all that it did beside the books. The others have an act of their own that mends them:
 * what fell due is lowered, a month is divided anew.
 */
export const reversible: readonly EntryKind[] = [
  'opening',
  'manual',
  'received',
  'visitor',
  'deposited',
  'refunded',
  'managerPaid',
  'lowered',
  'advanced',
  'repaid',
  'spent',
  'fundReceived',
  'fundSpent',
  'fundReturned',
]

export const voucherStates = ['none', 'waiting', 'masked'] as const
