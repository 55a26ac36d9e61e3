import { claim } from '../../db/schema'
import { claimsADay } from '../../shared/claim/words'
import { dayOf, startOfDay } from '../../shared/kernel/time'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { claimable } from './queries'

export const submitClaim = write('claim.submit', {
  load: async ({ tx, input, now }) => {
    const today = startOfDay(dayOf(now))
    const [home] = await claimable(tx, [input.communityId, input.homeId, today, input.id])
    return home
  },
  refuse: ({ loaded }) => {
    if (loaded.lives) return 'lives_there'
    if (loaded.waiting) return 'claimed_already'
    return loaded.today >= claimsADay ? 'claims_a_day' : undefined
  },
  conflicts: { claim_once: 'claimed_already' },
  async change(act) {
    const { input, now, caller, loaded } = act
    await addOnce(
      act,
      claim,
      {
        communityId: input.communityId,
        id: input.id,
        buildingId: loaded.building_id,
        homeId: input.homeId,
        personId: caller.personId,
        kind: input.kind,
        name: input.name,
        words: input.words ?? null,
        state: 'submitted',
        submittedAt: now,
      },
      {
        communityId: input.communityId,
        action: 'claim.submitted',
        subjectKind: 'claim',
        subjectId: input.id,
        after: { homeId: input.homeId, kind: input.kind },
      },
      ['submittedAt', 'state'],
    )
    return { id: input.id, state: 'submitted' }
  },
})
