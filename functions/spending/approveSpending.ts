import { bodyFor } from '../../shared/spending/policy'
import { approvalsNeeded } from '../../shared/spending/states'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addApproval, setState } from './queries'
import { factsOf, loadStanding, refuseMove } from './standing'

/** One of two people of two bodies says yes; with the second it may be paid. */
export const approveSpending = write('spending.approve', {
  load: ({ tx, input }) => loadStanding(tx, input),
  refuse: (acting) => refuseMove('approve', acting),
  conflicts: {
    spending_approval_pkey: 'body_approved',
    spending_approval_person: 'approved_already',
    spending_own: 'own_spending',
    spending_body: 'not_approver',
  },
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, spendingId } = input
    const body = bodyFor(caller, factsOf(loaded.spending))!
    const isLast = loaded.spending.approvals.length + 1 >= approvalsNeeded
    const state = isLast ? 'approved' : 'asked'
    await Promise.all([
      addApproval(tx, [communityId, compoundId, spendingId, body, caller.personId, now]),
      ...(isLast ? [setState(tx, [communityId, compoundId, spendingId, 'approved'])] : []),
      note(act, {
        communityId,
        action: 'spending.approved',
        subjectKind: 'spending',
        subjectId: spendingId,
        before: { state: 'asked' },
        after: { compoundId, state, body },
      }),
    ])
    return { state }
  },
})
