import { bodiesOf, bodyFor } from '../../shared/spending/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setDeclined } from './queries'
import { factsOf, loadStanding, refuseMove } from './standing'

/** One no is enough: whoever still wants it asks again. */
export const declineSpending = write('spending.decline', {
  load: ({ tx, input }) => loadStanding(tx, input),
  refuse: (acting) => refuseMove('decline', acting),
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, spendingId, reason } = input
    const body = bodyFor(caller, factsOf(loaded.spending)) ?? bodiesOf(caller, compoundId)[0]
    await Promise.all([
      setDeclined(tx, [communityId, compoundId, spendingId, caller.personId, body, now, reason]),
      note(act, {
        communityId,
        action: 'spending.declined',
        subjectKind: 'spending',
        subjectId: spendingId,
        before: { state: 'asked' },
        after: { compoundId, state: 'declined', body },
      }),
    ])
    return { state: 'declined' }
  },
})
