import { firstOf } from '../../shared/charge/rules'
import { firstOpen, lockBooks } from '../account/books'
import { decisionRefusal, loadDecision } from '../account/deciding'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addFeeRow, feeById } from './fees'

/** What homes are charged from a month on; the scheduler charges it. */
export const addFee = write('charge.addFee', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id } = input
    const [[books], [before], decided] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      feeById(tx, [communityId, compoundId, id]),
      loadDecision(tx, input),
    ])
    return books && { books, before, decided }
  },
  refuse: ({ input, loaded: { books, before, decided } }) => {
    if (before) return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
    if (!input.from.endsWith('-01') || input.from < firstOf(firstOpen(books))) return 'fee_from'
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
