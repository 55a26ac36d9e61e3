import { booksOf, isClosed } from '../account/books'
import { showDecision } from '../account/deciding'
import { accountByKey } from '../account/queries'
import { read } from '../kernel/verb'
import { dividesOf, rulesOf, type SettledRow, settlementsOf } from './queries'

const showSettled = (s: SettledRow) => ({
  accountId: s.account_id,
  key: s.key,
  name: s.name,
  incomeFen: s.income_fen,
  ownersFen: s.owners_fen,
  managerFen: s.manager_fen,
  repaidFen: s.repaid_fen,
})

export const listSplits = read('split.list', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const key = [communityId, compoundId]
    const [[books], rules, settled, [owed], [split]] = await Promise.all([
      booksOf(tx, key),
      rulesOf(tx, key),
      settlementsOf(tx, key),
      accountByKey(tx, [...key, 'managerShare']),
      dividesOf(tx, key),
    ])
    return books && owed && { books, rules, settled, owed, divides: split!.divides }
  },
  answer: ({ loaded: { books, rules, settled, owed, divides } }) => ({
    rules: rules.map((r) => ({
      splitId: r.id,
      accountId: r.account_id,
      key: r.key,
      name: r.name,
      ownersBp: r.owners_bp,
      managerBp: r.manager_bp,
      from: r.from_period,
      decision: showDecision(r),
    })),
    months: [...new Set(settled.map((s) => s.period))].map((month) => ({
      month,
      items: settled.filter((s) => s.period === month).map(showSettled),
      open: !isClosed(books, month),
    })),
    divides,
    managerOwedFen: -owed.balance_fen + 0,
  }),
})
