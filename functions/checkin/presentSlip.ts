import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addCheckin } from './addCheckin'
import * as queries from './queries'
import { refuseSlip } from './standing'

/** The member comes with their slip to the community where they live. */
export const presentSlip = write('checkin.present', {
  load: async ({ tx, input }) => {
    const { communityId, id, homeId, number } = input
    const [[self], [consent], [slip], [community], [home], [again], mine] = await Promise.all([
      queries.meRow(tx),
      queries.consentOfMine(tx),
      queries.slipInHand(tx, [number]),
      queries.districtOf(tx, [communityId]),
      queries.homeIn(tx, [communityId, homeId ?? null]),
      queries.sentBefore(tx, [communityId, id, sentHash(input)]),
      queries.checkinsOfMine(tx),
    ])
    const open = mine.some((c) => c.ended_at === null)
    return community && { self: self!, consent, slip, community, home, again, open }
  },
  refuse({ input, now, loaded: { self, consent, slip, community, home, again, open } }) {
    if (again) return undefined
    if (!consent) return 'consent_missing'
    const refusal = refuseSlip(slip, { phone: self.phone, name: input.name, now })
    if (refusal) return refusal
    if (open) return 'checked_in_already'
    if (slip!.district_id !== community.district_id) return 'community_elsewhere'
    return input.homeId !== undefined && !home ? 'home_not_in_community' : undefined
  },
  conflicts: {
    checkin_uses_slip_once: 'slip_used',
    checkin_waits_once: 'checked_in_already',
    checkin_lives_once: 'checked_in_already',
    checkin_has_none: 'checked_in_already',
  },
  async change(act) {
    const { input, caller, loaded } = act
    const { id } = input
    if (loaded.again) return { id, state: loaded.again.state }
    const slip = loaded.slip!
    await addCheckin(
      act,
      {
        kind: 'inService',
        state: 'presented',
        personId: caller.personId,
        organisationId: slip.organisation_id,
        slipId: slip.id,
      },
      { buildingId: loaded.home?.building_id },
      { action: 'checkin.presented' },
    )
    return { id, state: 'presented' as const }
  },
})
