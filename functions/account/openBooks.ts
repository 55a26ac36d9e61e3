import { accountKeys, chart } from '../../shared/account/chart'
import { dayOf } from '../../shared/kernel/time'
import { credit, debit, post } from '../entry/posting'
import { query } from '../kernel/database'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addAccounts } from './queries'

/** Who opens the books of a compound at once with somebody else comes after them. */
const lockCompound = query(
  'books.lockCompound',
  `select pg_advisory_xact_lock(hashtextextended('books of ' || $1, 0))`,
)
const compoundSeen = query<{ id: string }>(
  'books.compound',
  'select id from compound where community_id = $1 and id = $2 and id = any ((select my_desk_books())::uuid[])',
)
const sent = query<{ id: string; sent_hash: Buffer }>(
  'books.sent',
  'select id, sent_hash from books where community_id = $1 and compound_id = $2',
)
const addBooks = query(
  'books.add',
  `insert into books (community_id, compound_id, id, from_day, spend_limit_fen, answer_days, opened_by, opened_at, sent_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

export const openBooks = write('account.open', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [, [compound], [before]] = await Promise.all([
      lockCompound(tx, [compoundId]),
      compoundSeen(tx, [communityId, compoundId]),
      sent(tx, [communityId, compoundId]),
    ])
    return compound && { before }
  },
  refuse: ({ input, loaded: { before }, now }) => {
    if (before) {
      if (before.id !== input.id) return 'books_open'
      return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
    }
    if (!input.from.endsWith('-01') || input.from > dayOf(now)) return 'books_from'
    return new Set(input.opening.map((o) => o.key)).size < input.opening.length ? 'opening_twice' : undefined
  },
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, id, from, opening } = input
    if (loaded.before) return { id }
    const hash = sentHash(input)
    const accounts = accountKeys.map((key) => chart[key])
    const total = opening.reduce((sum, o) => sum + o.fen, 0)
    await Promise.all([
      addBooks(tx, [
        ...[communityId, compoundId, id, from, input.spendLimitFen, input.answerDays],
        ...[caller.personId, now, hash],
      ]),
      addAccounts(tx, [
        ...[communityId, compoundId, accountKeys.map(() => newId(now)), accountKeys],
        ...[accounts.map((a) => a.code), accounts.map((a) => a.name), accounts.map((a) => a.kind)],
        ...[accounts.map((a) => a.floor), accounts.map((a) => a.byHand)],
      ]),
      ...(total === 0
        ? []
        : [
            post(act, {
              ...{ communityId, compoundId, entryId: id, kind: 'opening', on: from, hash },
              lines: [...opening.map((o) => debit(o.key, o.fen)), credit('opening', total)],
            }),
          ]),
      note(act, {
        communityId,
        action: 'books.opened',
        subjectKind: 'books',
        subjectId: compoundId,
        after: { from, openingFen: total },
      }),
    ])
    return { id }
  },
})
