import { readPlate } from '../../shared/lease/plate'
import { dayRefusal, lockBooks } from '../account/books'
import { credit, debit, entrySent, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { visitorTariff } from '../space/queries'
import { addReceipt } from './queries'

/** A visitor pays for days, at once: nothing falls due. */
export const takeVisitor = write('receipt.visitor', {
  load: async ({ tx, input: { communityId, compoundId, id, on } }) => {
    const [[books], [tariff], [before]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      visitorTariff(tx, [communityId, compoundId, on]),
      entrySent(tx, [communityId, compoundId, id]),
    ])
    return books && { books, tariff, before }
  },
  refuse: ({ input, loaded: { books, tariff, before }, now }) => {
    if (before) return takenBy(before, sentHash(input))
    if (readPlate(input.plate) === undefined) return ['plate_none', { plate: input.plate }]
    return tariff ? dayRefusal(books, input.on, now) : 'tariff_missing'
  },
  conflicts: { entry_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, now, caller } = act
    const { communityId, compoundId, id, days, by, on } = input
    const { before, tariff } = loaded
    if (before) return { id, entryId: id, number: before.number, fen: before.total_fen }
    const fen = days * tariff!.fen
    const [posted] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'visitor', on, hash: sentHash(input) },
        lines: [debit(by, fen), credit('income.parking', fen)],
      }),
      addReceipt(tx, [
        ...[
          communityId,
          compoundId,
          id,
          'visitor',
          null,
          null,
          readPlate(input.plate)!,
          fen,
          0,
          0,
          by,
          on,
          now,
        ],
        caller.personId,
      ]),
      note(act, {
        communityId,
        action: 'receipt.visitor',
        subjectKind: 'receipt',
        subjectId: id,
        after: { compoundId, fen, by, on, days },
      }),
    ])
    return { id, entryId: id, number: posted.number, fen }
  },
})
