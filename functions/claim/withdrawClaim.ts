import { claimRefusal } from '../../shared/claim/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { myClaimForUpdate, settleClaim } from './queries'

export const withdrawClaim = write('claim.withdraw', {
  load: async ({ tx, input }) => {
    const [mine] = await myClaimForUpdate(tx, [input.communityId, input.claimId])
    return mine && { personId: mine.person_id, state: mine.state }
  },
  refuse: ({ caller, loaded }) => (claimRefusal(caller, loaded, 'withdraw') ? 'claim_settled' : undefined),
  async change(act) {
    const { tx, input, now } = act
    await Promise.all([
      settleClaim(tx, [input.communityId, input.claimId, 'withdrawn', now, null, null]),
      note(act, {
        communityId: input.communityId,
        action: 'claim.withdrawn',
        subjectKind: 'claim',
        subjectId: input.claimId,
        before: { state: 'submitted' },
        after: { state: 'withdrawn' },
      }),
    ])
    return { state: 'withdrawn' }
  },
})
