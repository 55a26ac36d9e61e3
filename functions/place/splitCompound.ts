import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { buildingsIn, compoundForUpdate } from './queries'
import { doneBefore, reshape, whyNotEnd } from './reshape'

export const splitCompound = write('place.split', {
  load: async ({ tx, input }) => {
    const [compounds, buildings, before] = await Promise.all([
      compoundForUpdate(tx, [input.communityId, input.compoundId]),
      buildingsIn(tx, [input.communityId, [input.compoundId]]),
      doneBefore(tx, input.communityId, [input.compoundId], input.into, input.from),
    ])
    return compounds[0] && { compound: compounds[0], buildings, before }
  },
  refuse: ({ input, loaded, now }) => {
    if (loaded.before === 'done') return undefined
    if (loaded.before === 'other') return 'id_taken'
    const named = input.into.flatMap((part) => part.buildingIds)
    const ids = input.into.map((part) => part.id)
    if (new Set(named).size !== named.length || new Set(ids).size !== ids.length) return 'named_twice'
    const there = new Set(loaded.buildings.map((b) => b.id))
    const ending = whyNotEnd([loaded.compound], input.from, now)
    if (ending) return ending
    return named.length !== there.size || named.some((b) => !there.has(b)) ? 'split_incomplete' : undefined
  },
  conflicts: { compound_name: 'name_taken', compound_pkey: 'id_taken' },
  about: ({ into }) => ({ name: into.map((part) => part.name).join('、') }),
  async act(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, from, into } = input
    const ids = into.map((part) => part.id)
    if (loaded.before === 'done') return { ids }
    await reshape(tx, communityId, [compoundId], into, from)
    await note(act, {
      communityId,
      action: 'compound.split',
      subjectKind: 'compound',
      subjectId: compoundId,
      before: { compoundId },
      after: { ids, from },
    })
    return { ids }
  },
})
