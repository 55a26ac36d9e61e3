import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { holdMine, profileValues, refuseMove, sameName } from './standing'

/** What was returned is put right and presented again, with the same slip. */
export const presentAgain = write('checkin.again', {
  load: async ({ tx, input }) => {
    const [row, [consent], [home]] = await Promise.all([
      holdMine(tx, input),
      queries.consentOfMine(tx),
      queries.homeIn(tx, [input.communityId, input.homeId ?? null]),
    ])
    return row && { row, consent, home }
  },
  refuse({ input, loaded: { row, consent, home } }) {
    if (!consent) return 'consent_missing'
    if (row.name !== null && !sameName(row.name, input.name)) return 'slip_of_other'
    return (
      refuseMove(row, 'again') ?? (input.homeId !== undefined && !home ? 'home_not_in_community' : undefined)
    )
  },
  async change(act) {
    const { tx, now, loaded, input } = act
    const { communityId, checkinId, name, homeId, profile } = input
    const key = [communityId, checkinId]
    await Promise.all([
      queries.setState(tx, [...key, 'presented', now, null, null]),
      queries.setProfile(tx, [
        ...key,
        name,
        loaded.home?.building_id ?? null,
        homeId ?? null,
        ...profileValues(profile),
      ]),
      note(act, {
        communityId,
        action: 'checkin.presentedAgain',
        subjectKind: 'checkin',
        subjectId: checkinId,
        before: { state: loaded.row.state },
        after: { state: 'presented' },
      }),
    ])
    return { state: 'presented' as const }
  },
})
