import { pictureOf } from '../../shared/account/money'
import { monthOf, monthsFrom } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { booksOf, isClosed } from './books'
import { loadMoved } from './queries'

/** This month's money, live until it is published. */
export const readMoney = read('account.month', {
  load: async ({ tx, input: { communityId, compoundId, month } }) => {
    const [[books], moved] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      loadMoved(tx, communityId, compoundId, month, month),
    ])
    return books && moved.accounts.length > 0 ? { books, moved } : undefined
  },
  answer: ({ input: { month }, loaded: { books, moved }, now }) => ({
    month,
    ...pictureOf(moved.accounts, { ...moved, gaps: { count: 0, fen: 0 } }),
    closed: isClosed(books, month),
    statementId: null,
    months: monthsFrom(monthOf(books.from_day), monthOf(dayOf(now))).reverse(),
  }),
})
