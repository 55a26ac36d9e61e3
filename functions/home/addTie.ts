import { homeTie } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import { addOnce } from '../kernel/record'
import { sealPhone } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { bindTies } from '../roll/queries'
import { noteBound } from './noteBound'
import { homeById, placeOfHome } from './queries'

export const addTie = write('home.addTie', {
  load: async ({ tx, input }) => (await homeById(tx, [input.communityId, input.homeId]))[0],
  place: placeOfHome,
  refuse: ({ input }) => (input.to !== null && input.to < input.from ? 'days_reversed' : undefined),
  async act(act) {
    const { tx, input, now, loaded } = act
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
    // somebody who has bound this number already belongs to the home at once
    const bound = input.phone === null ? [] : await bindTies(tx, [input.communityId, [input.id], dayOf(now)])
    for (const tie of bound) {
      const found = { tieId: tie.tie_id, homeId: tie.home_id, personId: tie.person_id }
      await noteBound(act, input.communityId, found, 'phone')
    }
    return { id: input.id }
  },
})
