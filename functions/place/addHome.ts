import { home } from '../../db/schema'
import { naturalKey } from '../../shared/kernel/order'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { buildingInCommunity, entrancesOf } from './queries'

export const addHome = write('place.addHome', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.buildingId]
    const [buildings, entrances] = await Promise.all([buildingInCommunity(tx, of), entrancesOf(tx, of)])
    return (
      buildings[0] && { building: buildings[0], entrance: entrances.find((e) => e.id === input.entranceId) }
    )
  },
  place: ({ building }, input) => ({
    communityId: input.communityId,
    compoundId: building.compound_id,
    buildingId: building.id,
  }),
  refuse: ({ input, loaded }) =>
    input.entranceId !== null && !loaded.entrance ? 'entrance_elsewhere' : undefined,
  conflicts: { home_community_id_building_id_entrance_id_number_key: 'name_taken' },
  about: ({ number }) => ({ name: number }),
  async change(act) {
    const { communityId, id, buildingId, entranceId, number, kind, areaCentiares } = act.input
    const { building, entrance } = act.loaded
    const label = `${building.name}${entrance?.name ?? ''}${number}`
    await addOnce(
      act,
      home,
      {
        communityId,
        id,
        compoundId: building.compound_id,
        buildingId,
        entranceId,
        number,
        label,
        sortKey: naturalKey(label),
        kind,
        areaCentiares,
      },
      {
        communityId,
        action: 'home.added',
        subjectKind: 'home',
        subjectId: id,
        after: { buildingId, kind, areaCentiares },
      },
    )
    return { id }
  },
})
