import { read } from '../kernel/verb'
import { needsOf } from './queries'

export const listNeeds = read('project.needs', {
  load: ({ tx, input }) => needsOf(tx, [input.communityId]),
  answer: ({ loaded }) => ({
    items: loaded.map(({ matches, ...n }) => ({
      ...n,
      matches: (matches ?? []).map((m) => ({ unitId: m.ofId, unit: m.of, resourceId: m.id, words: m.words })),
    })),
  }),
})
