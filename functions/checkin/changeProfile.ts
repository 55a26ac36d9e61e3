import { actsOf } from '../../shared/checkin/policy'
import { checkinStateWords } from '../../shared/checkin/words'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'
import { holdMine, profileValues } from './standing'

/** Skills, interests, times and working hours change; what was counted before stays as it was. */
export const changeProfile = write('checkin.profile', {
  load: async ({ tx, input }) => {
    const [row, [home]] = await Promise.all([
      holdMine(tx, input),
      queries.homeIn(tx, [input.communityId, input.homeId ?? null]),
    ])
    return row && { row, home }
  },
  refuse({ input, loaded: { row, home } }) {
    if (!actsOf(row.state, { member: true, worker: false }).includes('profile'))
      return ['checkin_moved', { state: checkinStateWords[row.state] }]
    return input.homeId !== undefined && !home ? 'home_not_in_community' : undefined
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, checkinId, profile, homeId } = input
    const { row, home } = loaded
    await Promise.all([
      queries.setProfile(tx, [
        communityId,
        checkinId,
        row.name,
        homeId === undefined ? row.building_id : home!.building_id,
        homeId ?? row.home_id,
        ...profileValues(profile),
      ]),
      note(act, {
        communityId,
        action: 'checkin.profiled',
        subjectKind: 'checkin',
        subjectId: checkinId,
      }),
    ])
    return { profile }
  },
})
