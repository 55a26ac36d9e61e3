import { sayYuan } from '../../shared/kernel/money'
import { dayRefusal } from '../account/books'
import { credit, debit, post, takenBy } from '../entry/posting'
import { addVouchers, arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { isOnePayer, loadPaying } from './paying'
import { addReceipt } from './queries'

/** Gives back what is held of somebody's: a prepayment or a deposit, and never more. */
export const refund = write('receipt.refund', {
  load: async ({ tx, input }) => {
    const [paying, papers] = await Promise.all([
      loadPaying(tx, input),
      arePapers(tx, input.communityId, input.photoIds),
    ])
    return paying && { ...paying, papers }
  },
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  refuse: ({ input, loaded: { books, payer, before, papers }, now }) => {
    if (!isOnePayer(input.of)) return 'payer_missing'
    if (before) return takenBy(before, sentHash(input))
    if (!payer) return 'payer_elsewhere'
    if (input.fen > payer[input.held]) return ['refund_over', { held: sayYuan(payer[input.held]) }]
    return papers ? dayRefusal(books, input.on, now) : 'voucher_unknown'
  },
  conflicts: {
    entry_pkey: 'id_taken',
    account_floor: 'not_enough',
    held_within: 'refund_over',
    ...voucherConflicts,
  },
  about: () => ({ held: sayYuan(0) }),
  async change(act) {
    const { tx, input, loaded, now, caller } = act
    const { communityId, compoundId, id, of, held, fen, by, on, photoIds } = input
    const { before, payer } = loaded
    if (before) return { id, entryId: id, number: before.number, heldFen: payer?.[held] ?? 0 }
    const split = held === 'prepaid' ? [fen, 0] : [0, fen]
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'refunded', on, hash: sentHash(input) },
        lines: [debit(held, fen), credit(by, fen)],
      }),
      addReceipt(tx, [
        ...[
          communityId,
          compoundId,
          id,
          'refund',
          of.leaseId ?? null,
          of.homeId ?? null,
          null,
          fen,
          ...split,
        ],
        ...[by, on, now, caller.personId],
      ]),
      addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds),
      note(act, {
        communityId,
        action: 'receipt.refunded',
        subjectKind: 'receipt',
        subjectId: id,
        after: { compoundId, held, fen, by, on, ...of },
      }),
    ])
    return { id, entryId: id, number: posted.number, heldFen: payer![held] - fen }
  },
})
