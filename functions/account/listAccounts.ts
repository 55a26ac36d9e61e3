import { read } from '../kernel/verb'
import { booksOf } from './books'
import { accountsOf } from './queries'
import { showAccount } from './view'

/** Balances as the database keeps them: nothing is summed. */
export const listAccounts = read('account.list', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [[books], accounts] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      accountsOf(tx, [communityId, compoundId]),
    ])
    return books && accounts.length > 0 ? { books, accounts } : undefined
  },
  answer: ({ loaded: { books, accounts } }) => ({
    from: books.from_day,
    spendLimitFen: books.spend_limit_fen,
    answerDays: books.answer_days,
    closedThrough: books.closed_through,
    items: accounts.map(showAccount),
  }),
})
