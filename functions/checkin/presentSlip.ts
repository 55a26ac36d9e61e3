import { checkin } from '../../db/schema'
import type { Input } from '../../shared/contract'
import { addOnce } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { profileValues, refuseSlip } from './standing'

const hashOf = (input: Input<'checkin.present'>) => sentHash(input)

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
      queries.sentBefore(tx, [communityId, id, hashOf(input)]),
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
    const { tx, input, now, caller, loaded } = act
    const { communityId, id, name, homeId, profile } = input
    if (loaded.again) return { id, state: loaded.again.state }
    const slip = loaded.slip!
    await Promise.all([
      addOnce(
        act,
        checkin,
        {
          communityId,
          id,
          kind: 'inService',
          state: 'presented',
          personId: caller.personId,
          organisationId: slip.organisation_id,
          slipId: slip.id,
          presentedAt: now,
          sentHash: hashOf(input),
        },
        {
          communityId,
          action: 'checkin.presented',
          subjectKind: 'checkin',
          subjectId: id,
          after: { state: 'presented' },
        },
        ['presentedAt'],
      ),
      queries.addProfile(tx, [
        communityId,
        id,
        name,
        null,
        null,
        loaded.home?.building_id ?? null,
        homeId ?? null,
        ...profileValues(profile),
      ]),
    ])
    return { id, state: 'presented' as const }
  },
})
