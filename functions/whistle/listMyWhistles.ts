import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { showFace } from './reading/face'
import { countMine, whistlesOfMine } from './reading/queries'

/** What the caller whistled or met too, newest first. */
export const listMyWhistles = read('whistle.mine', {
  load: async ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    const [rows, [count]] = await Promise.all([
      whistlesOfMine(tx, [after?.[0] ?? null, after?.[1] ?? null]),
      countMine(tx),
    ])
    return { rows, total: count!.total }
  },
  answer: ({ loaded: { rows, total }, now }) => ({
    ...pageOf(
      rows,
      (w) => [w.at.toISOString(), w.id],
      (w) => ({
        ...showFace(w, 'reporter', now),
        waitsForMe: w.first && (w.state === 'needsInfo' || w.state === 'resolved'),
      }),
    ),
    total,
  }),
})
