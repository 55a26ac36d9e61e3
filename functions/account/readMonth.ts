import { pictureOf } from '../../shared/account/money'
import { monthOf, monthsFrom } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { gapsOf } from '../spending/queries'
import { statementOfPeriod } from '../statement/queries'
import { booksOf, isClosed } from './books'
import { loadMoved } from './queries'

/** This month's money, live until it is published. */
export const readMoney = read('account.month', {
  load: async ({ tx, input: { communityId, compoundId, month } }) => {
    const [[books], moved, [gaps], [statement]] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      loadMoved(tx, communityId, compoundId, month, month),
      gapsOf(tx, [communityId, compoundId, month]),
      statementOfPeriod(tx, [communityId, compoundId, month]),
    ])
    return books && moved.accounts.length > 0 ? { books, moved, gaps: gaps!, statement } : undefined
  },
  answer: ({ input: { month }, loaded: { books, moved, gaps, statement }, now }) => ({
    month,
    ...pictureOf(moved.accounts, { ...moved, gaps }),
    closed: isClosed(books, month),
    statementId: statement?.id ?? null,
    months: monthsFrom(monthOf(books.from_day), monthOf(dayOf(now))).reverse(),
  }),
})
