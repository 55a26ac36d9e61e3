import { building } from '../../db/schema'
import { naturalKey } from '../../shared/kernel/order'
import { addOnce } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { newId, newPlaceCode } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { addEntrances, compoundForUpdate, entrancesOf } from './queries'

export const addBuilding = write('place.addBuilding', {
  load: async ({ tx, input }) => (await compoundForUpdate(tx, [input.communityId, input.compoundId]))[0],
  refuse: ({ loaded }) => (loaded.to_day === null ? undefined : ['compound_ended', { name: loaded.name }]),
  conflicts: { building_community_id_compound_id_name_key: 'name_taken' },
  about: ({ name }) => ({ name }),
  async act(act) {
    const { tx, input, now, loaded } = act
    const { communityId, compoundId, id, name } = input
    const entrances = [...new Set(input.entrances)]
    const added = await addOnce(
      act,
      building,
      {
        communityId,
        id,
        compoundId,
        name,
        sortKey: naturalKey(name),
        code: newPlaceCode(),
        since: loaded.from_day,
      },
      {
        communityId,
        action: 'building.added',
        subjectKind: 'building',
        subjectId: id,
        after: { compoundId, entrances: entrances.length },
      },
      ['code'],
    )
    if (!added) {
      const there = (await entrancesOf(tx, [communityId, id])).map((e) => e.name)
      return entrances.every((e) => there.includes(e)) ? { id } : refuse('id_taken')
    }
    const rows = entrances.map((e) => ({
      id: newId(now),
      name: e,
      sort_key: naturalKey(e),
      code: newPlaceCode(),
    }))
    if (rows.length > 0) await addEntrances(tx, [communityId, compoundId, id, JSON.stringify(rows)])
    return { id }
  },
})
