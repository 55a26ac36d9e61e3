import { homeTie } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { sealPhone } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { homeById, placeOfHome } from './queries'

export const addTie = write('home.addTie', {
  load: async ({ tx, input }) => (await homeById(tx, [input.communityId, input.homeId]))[0],
  place: placeOfHome,
  refuse: ({ input }) => (input.to !== null && input.to < input.from ? 'days_reversed' : undefined),
  async change(act) {
    const { input, loaded } = act
    await addOnce(
      act,
      homeTie,
      {
        communityId: input.communityId,
        id: input.id,
        buildingId: loaded.building_id,
        homeId: input.homeId,
        kind: input.kind,
        name: input.name,
        ...(input.phone !== null && sealPhone(input.phone)),
        fromDay: input.from,
        toDay: input.to,
      },
      {
        communityId: input.communityId,
        action: 'tie.added',
        subjectKind: 'tie',
        subjectId: input.id,
        after: { homeId: input.homeId, kind: input.kind, from: input.from, to: input.to },
      },
      ['phoneCipher'],
    )
    return { id: input.id }
  },
})
