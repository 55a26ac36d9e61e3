import { createHash } from 'node:crypto'
import type { MoneyKind } from '../../shared/account/fields'
import { credit, debit, post } from '../entry/posting'
import { addVouchers } from '../entry/vouchers'
import type { Act } from '../kernel/record'
import { newId } from '../kernel/secrets'
import type { SpendingRow } from './queries'

interface Key {
  communityId: string
  compoundId: string
}
/** Puts what was paid into the books, together with its paper: both or neither. */
export function bookOutgo(
  act: Act,
  { communityId, compoundId }: Key,
  spending: SpendingRow,
  paid: { by: MoneyKind; on: string },
  photoIds: readonly string[],
): { entryId: string; done: Promise<unknown>[] } {
  const entryId = newId(act.now)
  const posted = post(act, {
    communityId,
    compoundId,
    entryId,
    kind: spending.fund_of === null ? 'spent' : 'fundSpent',
    on: paid.on,
    memo: spending.words,
    lines: [debit(spending.account_key, spending.fen), credit(paid.by, spending.fen)],
    // the spending is sent once; its entry is made here and never sent
    hash: createHash('sha256').update(`spending ${spending.id}`).digest(),
  })
  return { entryId, done: [posted, addVouchers(act.tx, { communityId, compoundId, entryId }, photoIds)] }
}
