import { sayPeriod } from '../../shared/account/words'
import { firstOf, lastOf, monthOf } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { spanOf } from '../../shared/statement/policy'
import { booksOf } from '../account/books'
import { loadMoved } from '../account/queries'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { entriesBetween, writtenAtMost } from './entries'
import { writeJournal } from './journal'
import { namesOf } from './queries'

/** All entries, or those of a month or a year, so that an outsider's own tool can check them. */
export const exportJournal = read('statement.journal', {
  load: async ({ tx, input: { communityId, compoundId, period }, now }) => {
    const key = [communityId, compoundId]
    // without a period: from before any books there are up to today
    const { from, to } = period === undefined ? { from: '2000-01', to: monthOf(dayOf(now)) } : spanOf(period)
    const [[books], [names], moved, entries] = await Promise.all([
      booksOf(tx, key),
      namesOf(tx, key),
      loadMoved(tx, communityId, compoundId, from, to),
      entriesBetween(tx, [...key, from, to]),
    ])
    return books && names && moved.accounts.length > 0
      ? { books, names, accounts: moved.accounts, entries, from, to }
      : undefined
  },
  answer: ({ input: { period }, loaded: { books, names, accounts, entries, from, to }, now }) => {
    if (entries.length > writtenAtMost) throw new Refused('journal_long')
    const later = [firstOf(from), books.from_day].sort().at(-1)!
    const earlier = [lastOf(to), dayOf(now)].sort()[0]!
    const text = writeJournal({
      ...names,
      from: later,
      to: earlier,
      accounts: accounts.map((a) => ({ ...a, closingFen: a.openingFen + a.movedFen })),
      entries: entries.map((e) => ({ ...e, occurredOn: e.occurred_on })),
    })
    return { fileName: `${names.compound}账本${period === undefined ? '' : sayPeriod(period)}.journal`, text }
  },
})
