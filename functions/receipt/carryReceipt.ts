import { isOpening } from '../account/books'
import { credit, debit, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { isOnePayer, loadPaying } from './paying'
import { addCarried } from './queries'

/** Held before there were books: it stands against what was there, and is given back or used like any other. */
export const carryReceipt = write('receipt.carry', {
  load: ({ tx, input }) => loadPaying(tx, input),
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  refuse: ({ input, loaded: { books, payer, before } }) => {
    if (!isOnePayer(input.of)) return 'payer_missing'
    if (before) return takenBy(before, sentHash(input))
    if (!isOpening(books)) return 'opening_closed'
    return payer ? undefined : 'payer_elsewhere'
  },
  conflicts: { entry_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, id, of, held, fen } = input
    const { books, before, payer } = loaded
    if (before) return { id, entryId: id, number: before.number, heldFen: payer?.[held] ?? 0 }
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'opening', on: books.from_day },
        ...{ hash: sentHash(input), memo: held === 'deposit' ? '开账前收的押金' : '开账前收的预收款' },
        lines: [debit('opening', fen), credit(held, fen)],
      }),
      addCarried(tx, [
        ...[communityId, compoundId, id, of.leaseId ?? null, of.homeId ?? null],
        ...(held === 'prepaid' ? [fen, 0] : [0, fen]),
        now,
      ]),
      note(act, {
        communityId,
        action: 'receipt.carried',
        subjectKind: 'receipt',
        subjectId: id,
        after: { compoundId, held, fen, ...of },
      }),
    ])
    return { id, entryId: id, number: posted.number, heldFen: payer![held] + fen }
  },
})
