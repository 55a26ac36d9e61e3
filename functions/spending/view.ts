import type { Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { may } from '../../shared/permissions'
import type { Caller } from '../../shared/role/caller'
import { roles } from '../../shared/role/roles'
import { saySpending, spendingRefusal } from '../../shared/spending/policy'
import { spendingActions } from '../../shared/spending/states'
import type { SpendingRow } from './queries'
import { factsOf } from './standing'

type Face = Output<'spending.list'>['items'][number]

/** A spending without a person in it; what the caller may do with it now draws the buttons. */
export function showSpending(s: SpendingRow, caller: Caller, communityId: string): Face {
  const facts = factsOf(s)
  const approvedOn = s.approvals
    .map(({ at }) => dayOf(new Date(at)))
    .sort()
    .at(-1)
  const paidFirst = s.paid_on !== null && approvedOn !== undefined && s.paid_on < approvedOn
  const place = { communityId, compoundId: s.compound_id }
  return {
    spendingId: s.id,
    words: s.words,
    fen: s.fen,
    accountId: s.account_id,
    account: s.account,
    fund: s.fund_of === null ? null : { resolutionId: s.fund_of, words: s.fund_words ?? '' },
    resolution:
      s.resolution_id === null ? null : { resolutionId: s.resolution_id, words: s.resolution_words ?? '' },
    state: s.state,
    says: saySpending(s.state, facts.approvedBy, paidFirst),
    askedAt: s.asked_at.toISOString(),
    askedBy: roles[s.asked_as].name,
    approvals: s.approvals.map(({ body, at, mine }) => ({ body, at: new Date(at).toISOString(), mine })),
    paidOn: s.paid_on,
    paidFirst,
    entryId: s.entry_id,
    mine: s.mine,
    acts: spendingActions.filter(
      (action) =>
        may(caller, `spending.${action}`, place) && spendingRefusal(caller, facts, action) === undefined,
    ),
  }
}
