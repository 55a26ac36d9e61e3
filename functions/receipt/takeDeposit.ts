import { dayRefusal } from '../account/books'
import { credit, debit, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { loadPaying } from './paying'
import { addReceipt } from './queries'

/** Held for a lease, and given back when it ends. */
export const takeDeposit = write('receipt.deposit', {
  load: ({ tx, input }) => loadPaying(tx, { ...input, of: { leaseId: input.leaseId } }),
  refuse: ({ input, loaded: { books, payer, before }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    return payer ? dayRefusal(books, input.on, now) : 'payer_elsewhere'
  },
  conflicts: { entry_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, now, caller } = act
    const { communityId, compoundId, id, leaseId, fen, by, on } = input
    const { before, held } = loaded
    const depositFen = held?.deposit_fen ?? 0
    if (before) return { id, entryId: id, number: before.number, depositFen }
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'deposited', on, hash: sentHash(input) },
        lines: [debit(by, fen), credit('deposit', fen)],
      }),
      addReceipt(tx, [
        ...[
          communityId,
          compoundId,
          id,
          'deposit',
          leaseId,
          null,
          null,
          fen,
          0,
          fen,
          by,
          on,
          now,
          caller.personId,
        ],
      ]),
      note(act, {
        communityId,
        action: 'receipt.deposited',
        subjectKind: 'receipt',
        subjectId: id,
        after: { compoundId, fen, by, on, leaseId },
      }),
    ])
    return { id, entryId: id, number: posted.number, depositFen: depositFen + fen }
  },
})
