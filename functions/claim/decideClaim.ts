import { claimRefusal } from '../../shared/claim/policy'
import { claimTransitions } from '../../shared/claim/states'
import { dayOf } from '../../shared/kernel/time'
import { noteBound } from '../home/noteBound'
import { placeOfHome } from '../home/queries'
import { note } from '../kernel/record'
import { newId } from '../kernel/secrets'
import { type Acting, write } from '../kernel/verb'
import { addTie, bindTie, type ClaimRow, claimForDecision, settleClaim, tieToClaim } from './queries'

export const decideClaim = write('claim.decide', {
  load: async ({ tx, input }) => (await claimForDecision(tx, [input.communityId, input.claimId]))[0],
  place: placeOfHome,
  refuse: ({ caller, input, loaded }) => {
    const refusal = claimRefusal(
      caller,
      { personId: loaded.person_id, state: loaded.state },
      input.decision,
      input.reason,
    )
    return refusal
  },
  async act(act) {
    const { tx, input, now, caller, loaded: claim } = act
    const { to } = claimTransitions[input.decision]
    await settleClaim(tx, [claim.community_id, claim.id, to, now, caller.personId, input.reason ?? null])
    await note(act, {
      communityId: claim.community_id,
      action: input.decision === 'accept' ? 'claim.accepted' : 'claim.rejected',
      subjectKind: 'claim',
      subjectId: claim.id,
      aboutId: claim.person_id,
      before: { state: claim.state },
      after: { state: to },
    })
    if (input.decision === 'accept') await bindClaimant(act, claim)
    return { state: to }
  },
})

/** The claimant becomes one of the home: on the line of the roll that bears their name, or on a new one. */
async function bindClaimant(act: Acting<'claim.decide', ClaimRow>, claim: ClaimRow): Promise<void> {
  const { tx, now } = act
  const { community_id, home_id, kind, name, person_id } = claim
  const [line] = await tieToClaim(tx, [community_id, home_id, kind, name, person_id])
  // their number bound them while the claim waited
  if (line?.person_id) return
  const tieId = line?.id ?? newId(now)
  if (line) await bindTie(tx, [community_id, tieId, person_id])
  else await addTie(tx, [community_id, tieId, claim.building_id, home_id, kind, name, person_id, dayOf(now)])
  await noteBound(act, community_id, { tieId, homeId: home_id, personId: person_id }, 'claim')
}
