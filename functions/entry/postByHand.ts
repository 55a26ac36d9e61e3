import type { Input } from '../../shared/contract'
import { feesByHandAtMost, mayStandByHand } from '../../shared/entry/lines'
import { sayYuan } from '../../shared/kernel/money'
import { type BooksRow, dayRefusal, lockBooks } from '../account/books'
import { type AccountRow, accountsOf } from '../account/queries'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { entrySent, moneyConflicts, post, type SentRow, takenBy } from './posting'
import { feesByHand } from './queries'
import { addVouchers, arePapers, voucherConflicts } from './vouchers'

interface Loaded {
  books: BooksRow
  accounts: AccountRow[]
  before: SentRow | undefined
  papers: boolean
  /** By hand in the month in which it will count, and not taken back. */
  fees: number
}
const totalOf = (lines: Input<'entry.post'>['lines'], side: 'debit' | 'credit') =>
  lines.filter((l) => l.side === side).reduce((sum, l) => sum + l.fen, 0)

function refuse(input: Input<'entry.post'>, { books, accounts, before, papers, fees }: Loaded, now: Date) {
  if (before) return takenBy(before, sentHash(input))
  const [debit, credit] = [totalOf(input.lines, 'debit'), totalOf(input.lines, 'credit')]
  if (debit !== credit) return ['unbalanced', { debit: sayYuan(debit), credit: sayYuan(credit) }] as const
  const used = input.lines.map((l) => accounts.find((a) => a.id === l.accountId))
  if (used.some((a) => a === undefined)) return 'account_elsewhere'
  const kept = used.find((a) => !a!.by_hand)
  if (kept) return ['not_by_hand', { name: kept.name }] as const
  const back = used.find((a, i) => !mayStandByHand(a!.kind, input.lines[i]!.side))
  if (back) return ['income_taken_back', { name: back.name }] as const
  // money that leaves the compound leaves a paper, and more than a bank takes for itself is approved first
  if (used.some((a) => a!.kind === 'expense') && !input.photoIds) return 'voucher_needed'
  const spent = totalOf(
    input.lines.filter((_, i) => used[i]!.kind === 'expense'),
    'debit',
  )
  const left = Math.max(0, feesByHandAtMost - fees)
  if (spent > left) return ['fees_over', { most: sayYuan(feesByHandAtMost), left: sayYuan(left) }] as const
  return papers ? dayRefusal(books, input.occurredOn, now) : 'voucher_unknown'
}

/** Between cash, bank and WeChat, interest and bank fees: whatever has no act of its own. */
export const postByHand = write('entry.post', {
  load: async ({ tx, input: { communityId, compoundId, id, occurredOn, photoIds } }) => {
    const [[books], accounts, [before], papers, [fees]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      accountsOf(tx, [communityId, compoundId]),
      entrySent(tx, [communityId, compoundId, id]),
      photoIds === undefined ? true : arePapers(tx, communityId, photoIds),
      feesByHand(tx, [communityId, compoundId, occurredOn]),
    ])
    return books && { books, accounts, before, papers, fees: fees!.fen }
  },
  refuse: ({ input, loaded, now }) => {
    const refusal = refuse(input, loaded, now)
    return typeof refusal === 'object' ? [...refusal] : refusal
  },
  conflicts: { ...moneyConflicts, ...voucherConflicts },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, id, photoIds } = input
    if (loaded.before) return { id, number: loaded.before.number, month: loaded.before.period }
    const keyOf = new Map(loaded.accounts.map((a) => [a.id, a.key]))
    const [posted] = await Promise.all([
      post(act, {
        ...{
          communityId,
          compoundId,
          entryId: id,
          kind: 'manual',
          on: input.occurredOn,
          hash: sentHash(input),
        },
        memo: input.memo,
        lines: input.lines.map((l) => ({ key: keyOf.get(l.accountId)!, side: l.side, fen: l.fen })),
      }),
      ...(photoIds ? [addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds)] : []),
      note(act, {
        communityId,
        action: 'entry.posted',
        subjectKind: 'entry',
        subjectId: id,
        after: { compoundId, fen: totalOf(input.lines, 'debit') },
      }),
    ])
    return { id, number: posted.number, month: posted.period }
  },
})
