import { booksOf, isClosed } from '../account/books'
import { showDecision } from '../account/deciding'
import { accountByKey } from '../account/queries'
import { read } from '../kernel/verb'
import { dividesOf, rulesOf, type SettledRow, settlementsOf, sourcesOf } from './queries'
import { isOpen } from './settling'

/** Every month that the books can have. */
const ever = ['0000-01', '9999-12']

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
    const [[books], rules, settled, sources, [owed], [split]] = await Promise.all([
      booksOf(tx, key),
      rulesOf(tx, key),
      settlementsOf(tx, key),
      sourcesOf(tx, [...key, ...ever]),
      accountByKey(tx, [...key, 'managerShare']),
      dividesOf(tx, key),
    ])
    if (!books || !owed) return undefined
    const open = new Set(sources.filter((s) => !isClosed(books, s.period) && isOpen(s)).map((s) => s.period))
    return { rules, settled, open, owed, divides: split!.divides }
  },
  answer: ({ loaded: { rules, settled, open, owed, divides } }) => ({
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
    months: [...new Set([...open, ...settled.map((s) => s.period)])]
      .sort()
      .reverse()
      .map((month) => ({
        month,
        items: settled.filter((s) => s.period === month).map(showSettled),
        open: open.has(month),
      })),
    divides,
    managerOwedFen: -owed.balance_fen + 0,
  }),
})
