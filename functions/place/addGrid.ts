import { grid } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { refuse } from '../kernel/refused'
import { write } from '../kernel/verb'
import { buildingsOfGrid, communityOf, setGrid } from './queries'

export const addGrid = write('place.addGrid', {
  load: async ({ tx, input }) => (await communityOf(tx, [input.communityId]))[0],
  conflicts: { grid_community_id_name_key: 'name_taken' },
  about: ({ name }) => ({ name }),
  async act(act) {
    const { tx, input } = act
    const { communityId, id, name } = input
    const buildingIds = [...new Set(input.buildingIds)]
    const added = await addOnce(
      act,
      grid,
      { communityId, id, name },
      { communityId, action: 'grid.added', subjectKind: 'grid', subjectId: id, after: { buildingIds } },
    )
    const set = await (added ? setGrid : buildingsOfGrid)(tx, [communityId, id, buildingIds])
    if (set.length !== buildingIds.length) refuse(added ? 'building_elsewhere' : 'id_taken')
    return { id }
  },
})
