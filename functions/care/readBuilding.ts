import { read } from '../kernel/verb'
import { buildingById, gridOf } from './queries'

export const readCareBuilding = read('care.building', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.buildingId]
    const [[building], homes] = await Promise.all([buildingById(tx, key), gridOf(tx, key)])
    return building && { building, homes }
  },
  answer: ({ loaded: { building, homes } }) => ({
    buildingId: building.id,
    compound: building.compound,
    name: building.name,
    homes: homes.map((h) => ({
      homeId: h.home_id,
      entrance: h.entrance,
      number: h.number,
      linkId: h.link_id,
      checkinId: h.checkin_id,
      member: h.member,
      emptyLinkId: h.empty_link,
      lastVisit: h.last_day,
      lastOutcome: h.last_outcome,
    })),
  }),
})
