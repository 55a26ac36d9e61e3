import { read } from '../kernel/verb'
import { unitOfMine } from '../slip/queries'
import { ofUnit } from '../slip/standing'
import { resourcesOf } from './queries'

export const listResources = read('project.resources', {
  load: async ({ tx, input }) => {
    const [[unit], rows] = await Promise.all([
      unitOfMine(tx, [input.unitId]),
      resourcesOf(tx, [input.unitId]),
    ])
    return unit && rows
  },
  place: (_, { unitId }) => ofUnit(unitId),
  answer: ({ loaded }) => ({
    items: loaded.map(({ matches, ...r }) => ({
      ...r,
      matches: (matches ?? []).map((m) => ({
        communityId: m.ofId,
        community: m.of,
        needId: m.id,
        words: m.words,
      })),
    })),
  }),
})
