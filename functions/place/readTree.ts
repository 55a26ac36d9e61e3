import { read } from '../kernel/verb'
import { type BuildingRow, buildingsOfCommunity, communityOf, compoundsOf, gridsOf } from './queries'

export const readTree = read('place.tree', {
  load: async ({ tx, input }) => {
    const of = [input.communityId]
    const [communities, grids, compounds, buildings] = await Promise.all([
      communityOf(tx, of),
      gridsOf(tx, of),
      compoundsOf(tx, of),
      buildingsOfCommunity(tx, of),
    ])
    return communities[0] && { community: communities[0], grids, compounds, buildings }
  },
  answer: ({ loaded: { community, grids, compounds, buildings } }) => ({
    communityId: community.id,
    name: community.name,
    subdistrict: community.subdistrict,
    grids: grids.map((g) => ({ gridId: g.id, name: g.name })),
    compounds: compounds.map((c) => ({
      compoundId: c.id,
      name: c.name,
      management: c.management,
      from: c.from_day,
      buildings: buildings.filter((b) => b.compound_id === c.id).map(showBuilding),
    })),
  }),
})

export const showBuilding = (b: BuildingRow) => ({
  buildingId: b.id,
  name: b.name,
  gridId: b.grid_id,
  homes: b.homes,
  entrances: b.entrances,
})
