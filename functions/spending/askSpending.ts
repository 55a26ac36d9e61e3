import { sayYuan } from '../../shared/kernel/money'
import { lockBooks } from '../account/books'
import { loadDecision } from '../account/deciding'
import { accountById } from '../account/queries'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addSpending, fundAccount, sentSpending } from './queries'

/** Asked for, for one use or from one fund; above the compound's limit only by a resolution. */
export const askSpending = write('spending.ask', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, id, accountId, fundOf, resolutionId } = input
    const [[books], [before], [account], [fund], decided] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      sentSpending(tx, [communityId, compoundId, id]),
      accountById(tx, [communityId, compoundId, accountId ?? null]),
      fundAccount(tx, [communityId, compoundId, fundOf ?? null]),
      loadDecision(tx, { communityId, compoundId, decision: { resolutionId } }),
    ])
    return books?.desk ? { books, before, account, fund, decided } : undefined
  },
  refuse: ({ input, loaded: { books, before, account, fund, decided } }) => {
    if (before) return before.sent_hash.equals(sentHash(input)) ? undefined : 'id_taken'
    const { accountId, fundOf, resolutionId, fen } = input
    if ((accountId === undefined) === (fundOf === undefined)) return 'spending_for'
    if (resolutionId !== undefined && !decided) return 'decision_elsewhere'
    if (fundOf !== undefined) {
      if (!fund) return 'decision_elsewhere'
      if (fund.closed) return 'fund_closed'
      return fund.left < fen ? ['fund_short', { left: sayYuan(fund.left) }] : undefined
    }
    // the manager's share goes out by its own act
    if (account?.kind !== 'expense' || account.key === 'expense.manager') return 'account_elsewhere'
    return fen > books.spend_limit_fen && resolutionId === undefined
      ? ['spending_over', { limit: sayYuan(books.spend_limit_fen) }]
      : undefined
  },
  conflicts: {
    spending_pkey: 'id_taken',
    fund_is_open: 'fund_closed',
    spending_account: 'account_elsewhere',
    spending_resolution: 'decision_elsewhere',
  },
  async change(act) {
    const { tx, input, loaded, caller, as, now } = act
    const { communityId, compoundId, id, words, fen, fundOf, resolutionId } = input
    if (loaded.before) return { id }
    await Promise.all([
      addSpending(tx, [
        ...[communityId, compoundId, id, words, fen, loaded.fund?.account_id ?? loaded.account!.id],
        ...[fundOf ?? null, resolutionId ?? null, caller.personId, as, now, sentHash(input)],
      ]),
      note(act, {
        communityId,
        action: 'spending.asked',
        subjectKind: 'spending',
        subjectId: id,
        after: { state: 'asked', compoundId, fen },
      }),
    ])
    return { id }
  },
})
