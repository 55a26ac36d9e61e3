import { reversible } from '../../shared/entry/kinds'
import { entryKindWords } from '../../shared/entry/words'
import { isOpening, lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { entrySent, takenBy } from './posting'
import { entryById, reverseEntry as reverseIt } from './queries'

/** Takes an entry back by one that names it. What it did beside the books, the database takes back with it. */
export const reverseEntry = write('entry.reverse', {
  load: async ({ tx, input: { communityId, compoundId, entryId, id } }) => {
    const [[books], [entry], [before]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      entryById(tx, [communityId, compoundId, entryId]),
      entrySent(tx, [communityId, compoundId, id]),
    ])
    return books && entry && { books, entry, before }
  },
  refuse: ({ input, loaded: { books, entry, before } }) => {
    if (before) return takenBy(before, sentHash(input))
    if (entry.kind === 'reversal') return 'reversal_itself'
    if (entry.reversed_by !== null) return 'reversed_already'
    if (entry.kind === 'opening' && !isOpening(books)) return 'opening_closed'
    return reversible.includes(entry.kind)
      ? undefined
      : ['not_reversible', { kind: entryKindWords[entry.kind] }]
  },
  conflicts: {
    account_floor: 'not_enough',
    entry_pkey: 'id_taken',
    entry_reversed_once: 'reversed_already',
    entry_reversal_itself: 'reversal_itself',
    charge_within: 'reversal_used',
    held_within: 'reversal_used',
    fund_home_within: 'reversal_used',
    settlement_share: 'reversal_used',
    advance_untouched: 'reversal_used',
  },
  async change(act) {
    const { tx, input, loaded, now, caller, as } = act
    const { communityId, compoundId, entryId, id, reason } = input
    if (loaded.before) return { id, number: loaded.before.number, month: loaded.before.period }
    const [[reversed]] = await Promise.all([
      reverseIt(tx, [
        ...[communityId, compoundId, entryId, id, now, caller.personId, as ?? null, reason],
        sentHash(input),
      ]),
      note(act, {
        communityId,
        action: 'entry.reversed',
        subjectKind: 'entry',
        subjectId: entryId,
        after: { compoundId, by: id, kind: loaded.entry.kind, fen: loaded.entry.total_fen },
      }),
    ])
    return { id, number: reversed!.number, month: reversed!.period }
  },
})
