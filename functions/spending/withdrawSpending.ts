import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setState } from './queries'
import { loadStanding, refuseMove } from './standing'

/** Whoever asked takes it back, as long as nothing is paid. */
export const withdrawSpending = write('spending.withdraw', {
  load: ({ tx, input }) => loadStanding(tx, input),
  refuse: (acting) => refuseMove('withdraw', acting),
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, spendingId } = input
    await Promise.all([
      setState(tx, [communityId, compoundId, spendingId, 'withdrawn']),
      note(act, {
        communityId,
        action: 'spending.withdrawn',
        subjectKind: 'spending',
        subjectId: spendingId,
        before: { state: loaded.spending.state },
        after: { compoundId, state: 'withdrawn' },
      }),
    ])
    return { state: 'withdrawn' }
  },
})
