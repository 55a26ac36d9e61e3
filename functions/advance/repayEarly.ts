import { sayYuan } from '../../shared/kernel/money'
import { dayRefusal } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { credit, debit, post, takenBy } from '../entry/posting'
import { addVouchers, arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addRepayments } from './queries'
import { drawn, loadRepaying } from './repaying'

/** Before its time, by a decision: still from the owners' share alone, the oldest months first. */
export const repayEarly = write('advance.repayEarly', {
  load: async ({ tx, input }) => {
    const [loaded, decided, papers] = await Promise.all([
      loadRepaying(tx, input, input.id),
      loadDecision(tx, input),
      arePapers(tx, input.communityId, input.photoIds),
    ])
    // a decision may give more of the share than the schedule's part of it
    return loaded && { ...loaded, ...drawn(input.fen, loaded.shares, 10_000), decided, papers }
  },
  refuse: ({ input, loaded: { books, advance, left, before, decided, papers }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (advance.reversed) return 'reversed_already'
    const owed = advance.total_fen - advance.repaid_fen
    if (input.fen > owed) return ['advance_over', { owed: sayYuan(owed) }]
    if (left > 0) return ['share_short', { left: sayYuan(input.fen - left) }]
    return (
      decisionRefusal(input.decision, decided) ??
      (papers ? dayRefusal(books, input.on, now) : 'voucher_unknown')
    )
  },
  conflicts: {
    entry_pkey: 'id_taken',
    account_floor: 'not_enough',
    settlement_share: 'share_short',
    advance_within: 'advance_over',
    ...voucherConflicts,
  },
  about: () => ({ left: sayYuan(0), owed: sayYuan(0) }),
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, advanceId, id, fen, by, on, photoIds } = input
    const { advance, parts, before, decided } = loaded
    const owedFen = advance.total_fen - advance.repaid_fen
    if (before) return { id, entryId: id, number: before.number, fen, owedFen }
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'repaid', on, hash: sentHash(input) },
        lines: [debit('advance', fen), credit(by, fen)],
      }),
      addRepayments(tx, [
        ...[communityId, compoundId, id, advanceId, parts[0]!.share.account_id, true],
        ...[decided!.resolutionId, decided!.on, decided!.named],
        ...[parts.map((p) => p.share.period), parts.map((p) => p.fen)],
      ]),
      addVouchers(tx, { communityId, compoundId, entryId: id }, photoIds),
      note(act, {
        communityId,
        action: 'advance.repaid',
        subjectKind: 'advance',
        subjectId: advanceId,
        after: { compoundId, fen, early: true, owedFen: owedFen - fen },
      }),
    ])
    return { id, entryId: id, number: posted.number, fen, owedFen: owedFen - fen }
  },
})
