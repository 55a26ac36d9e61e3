import { query } from '../kernel/database'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { lockBooks } from './books'
import { accountById, addAccounts } from './queries'

const nextCode = query<{ code: string }>(
  'account.nextCode',
  `select (coalesce(max(code::int), $3::int) + 1)::text as code from account
   where community_id = $1 and compound_id = $2 and code::int between $3::int and $3::int + 899`,
)
// the template's own stand below these
const ownFrom = { income: 4100, expense: 5100 }

/** A source or a use of the compound's own; its key is its id. */
export const addAccount = write('account.add', {
  load: async ({ tx, input: { communityId, compoundId, id, kind } }) => {
    const [[books], [before], [next]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      accountById(tx, [communityId, compoundId, id]),
      nextCode(tx, [communityId, compoundId, ownFrom[kind]]),
    ])
    return books && { before, code: next!.code }
  },
  refuse: ({ input, loaded: { before } }) =>
    before && (before.kind !== input.kind || before.name !== input.name) ? 'id_taken' : undefined,
  conflicts: { account_name: 'account_named' },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, id, kind, name } = input
    if (loaded.before) return { id }
    await Promise.all([
      addAccounts(tx, [
        communityId,
        compoundId,
        [id],
        [`${kind}.${id}`],
        [loaded.code],
        [name],
        [kind],
        [null],
        [false],
      ]),
      note(act, {
        communityId,
        action: 'account.added',
        subjectKind: 'books',
        subjectId: compoundId,
        after: { accountId: id, kind },
      }),
    ])
    return { id }
  },
})
