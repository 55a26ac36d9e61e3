import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { spotOf } from './queries'

export const scanCode = read('place.scan', {
  load: ({ tx, input }) => spotOf(tx, [input.code]),
  answer: ({ loaded: [spot] }) => {
    if (!spot) throw new Refused('code_unknown')
    return {
      communityId: spot.community_id,
      community: spot.community,
      compoundId: spot.compound_id,
      compound: spot.compound,
      buildingId: spot.building_id,
      building: spot.building,
      entranceId: spot.entrance_id,
      entrance: spot.entrance,
    }
  },
})
