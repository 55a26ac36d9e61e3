import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { buildingsIn, compoundsForUpdate } from './queries'
import { doneBefore, reshape, whyNotEnd } from './reshape'

/** Stand-alone buildings become one compound, as nine did at 盐溪桥. */
export const joinCompounds = write('place.join', {
  load: async ({ tx, input }) => {
    const [compounds, buildings, before] = await Promise.all([
      compoundsForUpdate(tx, [input.communityId, input.compoundIds]),
      buildingsIn(tx, [input.communityId, input.compoundIds]),
      doneBefore(tx, input.communityId, input.compoundIds, [input], input.from),
    ])
    const all = compounds.length === new Set(input.compoundIds).size
    return all ? { compounds, buildings, before } : undefined
  },
  refuse: ({ input, loaded, now }) => {
    if (loaded.before === 'done') return undefined
    if (loaded.before === 'other') return 'id_taken'
    if (new Set(input.compoundIds).size !== input.compoundIds.length) return 'named_twice'
    const names = loaded.buildings.map((b) => b.name)
    const twice = names.find((name, i) => names.indexOf(name) !== i)
    return (
      whyNotEnd(loaded.compounds, input.from, now) ??
      (twice === undefined ? undefined : ['name_taken', { name: twice }])
    )
  },
  conflicts: {
    compound_name: 'name_taken',
    compound_pkey: 'id_taken',
  },
  about: ({ name }) => ({ name }),
  async act(act) {
    const { tx, input, loaded } = act
    const { communityId, id, name, management, from, compoundIds } = input
    if (loaded.before === 'done') return { id }
    const buildingIds = loaded.buildings.map((b) => b.id)
    await reshape(tx, communityId, compoundIds, [{ id, name, management, buildingIds }], from)
    await note(act, {
      communityId,
      action: 'compound.joined',
      subjectKind: 'compound',
      subjectId: id,
      before: { compoundIds },
      after: { management, from, buildingIds },
    })
    return { id }
  },
})
