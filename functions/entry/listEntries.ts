import { spanOf } from '../../shared/statement/policy'
import { booksOf } from '../account/books'
import { accountById } from '../account/queries'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { type EntryRow, entriesOf, entriesOfAccount } from './queries'
import { asItGrows, showEntry } from './view'

const cursorOf = (e: EntryRow) => [e.id]

export const listEntries = read('entry.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, period, accountId } = input
    const [last] = readCursor(input.after, 'id') ?? []
    const { from, to } = period === undefined ? { from: null, to: null } : spanOf(period)
    const key = [communityId, compoundId, from, to, last ?? null]
    const [[books], [account], all, moved] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      accountById(tx, [communityId, compoundId, accountId ?? null]),
      accountId === undefined ? entriesOf(tx, key) : [],
      accountId === undefined ? [] : entriesOfAccount(tx, [...key, accountId]),
    ])
    return books && (accountId === undefined || account) ? { all, moved, account } : undefined
  },
  answer: ({ loaded: { all, moved, account } }) =>
    account
      ? pageOf(moved, cursorOf, (e) => ({ ...showEntry(e), movedFen: asItGrows(account.kind, e.moved) }))
      : pageOf(all, cursorOf, (e) => ({ ...showEntry(e), movedFen: null })),
})
