import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { findingsInOrder } from './findingQueries'
import { showFinding } from './showFinding'

export const listFindings = read('finding.list', {
  load: ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    const { communityId, state, category, planId } = input
    return findingsInOrder(tx, [
      communityId,
      state ?? null,
      category ?? null,
      planId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
    ])
  },
  place: (_, { communityId }) => ({ communityId }),
  async answer({ loaded, caller, now }) {
    const page = pageOf(
      loaded,
      (f) => [f.at.toISOString(), f.id],
      (f) => f,
    )
    return { ...page, items: await Promise.all(page.items.map((f) => showFinding(f, caller, now))) }
  },
})
