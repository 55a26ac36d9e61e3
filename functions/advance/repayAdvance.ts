import { sayPeriod } from '../../shared/account/words'
import { askedBy } from '../../shared/advance/rules'
import { sayYuan } from '../../shared/kernel/money'
import { dayRefusal } from '../account/books'
import { credit, debit, post, takenBy } from '../entry/posting'
import { addVouchers, arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addRepayments } from './queries'
import { loadRepaying, planned } from './repaying'
import { planOf } from './view'

/** What the schedule asks for up to a settled month, as far as its owners' share reaches: at the end exactly nothing is owed. */
export const repayAdvance = write('advance.repay', {
  load: async ({ tx, input }) => {
    const [loaded, papers] = await Promise.all([
      loadRepaying(tx, input, input.id),
      arePapers(tx, input.communityId, input.photoIds),
    ])
    return loaded && { ...loaded, due: planned(loaded.advance, loaded.shares, input.month), papers }
  },
  refuse: ({ input, loaded: { books, advance, due, before, papers }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (advance.reversed) return 'reversed_already'
    if (!due) return ['split_unsettled', { month: sayPeriod(input.month) }]
    if (due.fen === 0)
      return askedBy(planOf(advance), input.month) <= advance.repaid_fen
        ? 'nothing_due'
        : ['share_short', { left: sayYuan(due.availableFen) }]
    return papers ? dayRefusal(books, input.on, now) : 'voucher_unknown'
  },
  conflicts: {
    entry_pkey: 'id_taken',
    account_floor: 'not_enough',
    settlement_share: 'share_short',
    advance_within: 'nothing_due',
    ...voucherConflicts,
  },
  about: () => ({ left: sayYuan(0) }),
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, advanceId, id, month, by, on, photoIds } = input
    const { advance, due, before } = loaded
    const owedFen = advance.total_fen - advance.repaid_fen
    if (before) return { id, entryId: id, number: before.number, fen: before.total_fen, owedFen }
    const { fen, share } = due!
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'repaid', on, hash: sentHash(input) },
        lines: [debit('advance', fen), credit(by, fen)],
      }),
      addRepayments(tx, [
        ...[communityId, compoundId, id, advanceId, share.account_id, false, null, null, null],
        ...[[month], [fen]],
      ]),
      addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds),
      note(act, {
        communityId,
        action: 'advance.repaid',
        subjectKind: 'advance',
        subjectId: advanceId,
        after: { compoundId, fen, month, owedFen: owedFen - fen },
      }),
    ])
    return { id, entryId: id, number: posted.number, fen, owedFen: owedFen - fen }
  },
})
