import { sayYuan } from '../../shared/kernel/money'
import { dayRefusal, lockBooks } from '../account/books'
import { accountByKey } from '../account/queries'
import { credit, debit, entrySent, post, takenBy } from '../entry/posting'
import { addVouchers, arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'

/** The manager's share of settled months is paid out: no more than it is. */
export const payManager = write('split.pay', {
  load: async ({ tx, input: { communityId, compoundId, id, photoIds } }) => {
    const key = [communityId, compoundId]
    const [[books], [account], [before], papers] = await Promise.all([
      lockBooks(tx, key),
      accountByKey(tx, [...key, 'managerShare']),
      entrySent(tx, [...key, id]),
      arePapers(tx, communityId, photoIds),
    ])
    return books && account && { books, owed: -account.balance_fen + 0, before, papers }
  },
  refuse: ({ input, loaded: { books, owed, before, papers }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (input.fen > owed) return ['manager_over', { owed: sayYuan(Math.max(owed, 0)) }]
    return papers ? dayRefusal(books, input.on, now) : 'voucher_unknown'
  },
  conflicts: { entry_pkey: 'id_taken', account_floor: 'not_enough', ...voucherConflicts },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, id, fen, by, on, photoIds } = input
    const { before, owed } = loaded
    if (before) return { id, entryId: id, number: before.number, managerOwedFen: owed }
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'managerPaid', on, hash: sentHash(input) },
        lines: [debit('managerShare', fen), credit(by, fen)],
      }),
      addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds),
      note(act, {
        communityId,
        action: 'split.paid',
        subjectKind: 'entry',
        subjectId: id,
        after: { compoundId, fen, by, on },
      }),
    ])
    return { id, entryId: id, number: posted.number, managerOwedFen: owed - fen }
  },
})
