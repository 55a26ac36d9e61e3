import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { addCheckin } from './addCheckin'
import * as queries from './queries'

/** Moving house: a new check-in in the new community that points to the old, which counts until the new one is accepted. */
export const transferCheckin = write('checkin.transfer', {
  load: async ({ tx, input }) => {
    const { communityId, id, homeId, fromId } = input
    const [[consent], [live], [community], [home], [again], rows] = await Promise.all([
      queries.consentOfMine(tx),
      queries.liveOfMine(tx, [fromId]),
      queries.districtOf(tx, [communityId]),
      queries.homeIn(tx, [communityId, homeId ?? null]),
      queries.sentBefore(tx, [communityId, id, sentHash(input)]),
      queries.checkinsOfMine(tx),
    ])
    return community && { consent, live, community, home, again, known: rows.some((c) => c.id === fromId) }
  },
  refuse({ input, loaded: { consent, live, community, home, again, known } }) {
    if (again) return undefined
    if (!known) return 'not_found'
    if (!live) return 'transfer_nowhere'
    if (!consent) return 'consent_missing'
    if (live.community_id === input.communityId) return 'checked_in_already'
    if (live.district_id !== community.district_id) return 'community_elsewhere'
    return input.homeId !== undefined && !home ? 'home_not_in_community' : undefined
  },
  conflicts: {
    checkin_waits_once: 'checked_in_already',
    checkin_follows_once: 'checked_in_already',
    checkin_follows: 'transfer_nowhere',
  },
  async change(act) {
    const { input, caller, loaded } = act
    const { id, fromId } = input
    if (loaded.again) return { id, state: loaded.again.state }
    const live = loaded.live!
    await addCheckin(
      act,
      {
        kind: live.kind,
        state: 'presented',
        personId: caller.personId,
        organisationId: live.organisation_id,
        slipId: live.slip_id,
        fromCommunityId: live.community_id,
        fromId,
      },
      { buildingId: loaded.home?.building_id },
      { action: 'checkin.presented', transfer: true },
    )
    return { id, state: 'presented' as const }
  },
})
