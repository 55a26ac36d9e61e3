import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { countUnread, linesOfMine } from './queries'
import { showLine } from './showLine'

/** What the caller was told, newest first. */
export const listInbox = read('inbox.list', {
  load: async ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    const [rows, [count]] = await Promise.all([
      linesOfMine(tx, [after?.[0] ?? null, after?.[1] ?? null]),
      countUnread(tx),
    ])
    return { rows, unread: count!.unread }
  },
  answer: ({ loaded: { rows, unread }, caller, now }) => ({
    ...pageOf(rows, (line) => [line.at.toISOString(), line.id], showLine(caller, now)),
    unread,
  }),
})
