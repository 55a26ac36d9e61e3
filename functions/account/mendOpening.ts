import { credit, debit, entrySent, moneyConflicts, post, takenBy } from '../entry/posting'
import { reverseEntry } from '../entry/queries'
import { query } from '../kernel/database'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { isOpening, lockBooks } from './books'

/** The entry that tells the money, if one stands. */
const standing = query<{ id: string; total_fen: number }>(
  'books.opening',
  `select e.id, e.total_fen::float8 from openings_of($1, $2) o join entry e on e.community_id = $1 and e.compound_id = $2 and e.id = o
   where exists (select 1 from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
     where p.community_id = $1 and p.compound_id = $2 and p.entry_id = e.id and a.kind = 'money')`,
)

/** What was there is told anew, and what was told first is taken back, both on the first day. */
export const mendOpening = write('account.mendOpening', {
  load: async ({ tx, input: { communityId, compoundId, id } }) => {
    const key = [communityId, compoundId]
    const [[books], [opening], [before]] = await Promise.all([
      lockBooks(tx, key),
      standing(tx, key),
      entrySent(tx, [...key, id]),
    ])
    return books && { books, opening, before }
  },
  refuse: ({ input, loaded: { books, before } }) => {
    if (before) return takenBy(before, sentHash(input))
    if (!isOpening(books)) return 'opening_closed'
    return new Set(input.opening.map((o) => o.key)).size < input.opening.length ? 'opening_twice' : undefined
  },
  conflicts: moneyConflicts,
  async change(act) {
    const { tx, input, loaded, now, caller, as } = act
    const { communityId, compoundId, id, opening, reason } = input
    const { books, before, opening: wrong } = loaded
    if (before) return { id, number: before.number }
    const hash = sentHash(input)
    const total = opening.reduce((sum, o) => sum + o.fen, 0)
    const takenBack = newId(now)
    const [posted] = await Promise.all([
      // first: what was spent since came out of it
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'opening', on: books.from_day, hash },
        lines: [...opening.map((o) => debit(o.key, o.fen)), credit('opening', total)],
      }),
      ...(wrong
        ? [
            reverseEntry(tx, [
              ...[communityId, compoundId, wrong.id, takenBack],
              ...[now, caller.personId, as ?? null, reason, hash],
            ]),
            note(act, {
              communityId,
              action: 'entry.reversed',
              subjectKind: 'entry',
              subjectId: wrong.id,
              after: { compoundId, by: takenBack, kind: 'opening', fen: wrong.total_fen },
            }),
          ]
        : []),
      note(act, {
        communityId,
        action: 'books.openingMended',
        subjectKind: 'books',
        subjectId: compoundId,
        before: { openingFen: wrong?.total_fen ?? 0 },
        after: { openingFen: total },
      }),
    ])
    return { id, number: posted.number }
  },
})
