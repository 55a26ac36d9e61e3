import { may } from '../../shared/permissions'
import { spendingRefusal } from '../../shared/spending/policy'
import type { SpendingState } from '../../shared/spending/states'
import { booksOf } from '../account/books'
import { accountsOf } from '../account/queries'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { spendingsOf, waitingOf } from './queries'
import { showSpending } from './view'

const stateOf: Record<'waiting' | 'toPay' | 'gaps' | 'all', SpendingState | null> = {
  waiting: 'asked',
  toPay: 'approved',
  gaps: 'gap',
  all: null,
}

/** The desk: what waits for approval, for payment, for its voucher. */
export const listSpendings = read('spending.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, tab } = input
    const after = readCursor(input.after, 'instant', 'id')
    const [[books], accounts, rows, waiting] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      accountsOf(tx, [communityId, compoundId]),
      spendingsOf(tx, [communityId, compoundId, stateOf[tab], after?.[0] ?? null, after?.[1] ?? null]),
      waitingOf(tx, [communityId, compoundId]),
    ])
    // a tenant knows that there are books, and no more
    return books && accounts.length > 0 ? { books, rows, waiting } : undefined
  },
  answer: ({ input: { communityId, compoundId }, loaded: { books, rows, waiting }, caller }) => {
    const place = { communityId, compoundId }
    const count = (state: SpendingState) => waiting.filter((w) => w.state === state).length
    const forMe = waiting.filter(
      (w) =>
        may(caller, 'spending.approve', place) &&
        spendingRefusal(
          caller,
          { ...w, compoundId, approvedBy: w.approved, approvedByMe: w.approved_by_me },
          'approve',
        ) === undefined,
    )
    return {
      ...pageOf(
        rows,
        (s) => [s.asked_at.toISOString(), s.id],
        (s) => showSpending(s, caller, communityId),
      ),
      counts: { waiting: count('asked'), toPay: count('approved'), gaps: count('gap') },
      mine: forMe.length,
      limitFen: books.spend_limit_fen,
      mayAsk: may(caller, 'spending.ask', place),
    }
  },
})
