import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { statementsOf } from './queries'
import { showHeading } from './view'

/** What was published in the community, the last first. */
export const listStatements = read('statement.list', {
  load: ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    return statementsOf(tx, [
      input.communityId,
      input.compoundId ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
    ])
  },
  // whoever lives next door reads it too
  place: (_, { communityId }) => ({ communityId }),
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (s) => [s.published_at.toISOString(), s.id],
      (s) => showHeading(s),
    ),
})
