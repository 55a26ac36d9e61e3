import { firstOf, monthAtMost } from '../../shared/charge/rules'
import { sayYuan } from '../../shared/kernel/money'
import { sayDay } from '../../shared/kernel/time'
import { firstOpen, lockBooks } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addFeeRow, feesOf, monthOfFee } from './fees'

/** What homes are charged from a month on; the scheduler charges it. */
export const addFee = write('charge.addFee', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id, basis, fen, homeKinds, from } = input
    const [[books], fees, [month], decided] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      feesOf(tx, [communityId, compoundId]),
      monthOfFee(tx, [communityId, compoundId, basis, fen, homeKinds]),
      loadDecision(tx, input),
    ])
    const before = fees.find((f) => f.id === id)
    const beside = fees.filter((f) => f.to_day === null || f.to_day >= from)
    return books && { books, before, beside, monthFen: month!.fen, decided }
  },
  refuse: ({ input, loaded: { books, before, beside, monthFen, decided } }) => {
    if (before) return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
    if (!input.from.endsWith('-01') || input.from < firstOf(firstOpen(books))) return 'fee_from'
    // entered twice, every home would pay it twice; shops may pay another price under the same name
    const same = beside.find(
      (f) => f.name === input.name && f.home_kinds.some((kind) => input.homeKinds.includes(kind)),
    )
    if (same) return ['fee_twice', { name: same.name, from: sayDay(same.from_day) }]
    const sum = beside.reduce((total, f) => total + f.month_fen, monthFen)
    if (sum > monthAtMost) return ['fee_too_much', { sum: sayYuan(sum) }]
    return decisionRefusal(input.decision, decided)
  },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, id, name, basis, fen, homeKinds, from } = input
    if (loaded.before) return { id }
    const { resolutionId, on, named } = loaded.decided!
    await Promise.all([
      addFeeRow(tx, [
        ...[
          communityId,
          compoundId,
          id,
          name,
          basis,
          fen,
          [...new Set(homeKinds)],
          from,
          resolutionId,
          on,
          named,
        ],
        ...[sentHash(input), now],
      ]),
      note(act, {
        communityId,
        action: 'fee.added',
        subjectKind: 'fee',
        subjectId: id,
        after: { compoundId, basis, fen, from },
      }),
    ])
    return { id }
  },
})
