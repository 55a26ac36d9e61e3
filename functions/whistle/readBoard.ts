import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { boardCounts, boardList } from './reading/boardQueries'
import { afterDue, cursorOfDue } from './reading/dueCursor'
import { showBoardFace } from './reading/face'

/** The community's board: one tab of it in its order, and how many lie in each. */
export const readBoard = read('whistle.board', {
  load: async ({ tx, input, now }) => {
    const { communityId, tab, sort } = input
    const { list, narrowed, timed, by } = boardList(tab, sort, input)
    const after = readCursor(input.after, 'instant', 'id')
    const [rows, [counts]] = await Promise.all([
      list(tx, [communityId, afterDue(after?.[0]), after?.[1] ?? null, ...narrowed, ...(timed ? [now] : [])]),
      boardCounts(tx, [communityId, now]),
    ])
    return { rows, by, counts: counts! }
  },
  answer: ({ loaded: { rows, by, counts }, now }) => ({
    ...pageOf(
      rows,
      (w) => [
        {
          due: cursorOfDue(w.next_due_at),
          resolved: cursorOfDue(w.resolved_at),
          submitted: w.submitted_at.toISOString(),
        }[by],
        w.id,
      ],
      (w) => showBoardFace(w, 'community', now),
    ),
    counts: {
      toAccept: counts.to_accept,
      nearDue: counts.near_due,
      overdue: counts.overdue,
      disputed: counts.disputed,
      toFollowUp: counts.to_follow_up,
      open: counts.open,
      all: counts.every,
    },
  }),
})
