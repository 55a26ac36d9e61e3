import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { deskCounts, deskDone, deskOpen } from './reading/boardQueries'
import { afterDue, cursorOfDue } from './reading/dueCursor'
import { showDues, showFace } from './reading/face'

/** What lies on the desks at which the caller sits, by its deadline; what is done, newest first. */
export const readDesk = read('whistle.desk', {
  load: async ({ tx, input, now }) => {
    const after = readCursor(input.after, 'instant', 'id')
    const list = input.show === 'open' ? deskOpen : deskDone
    const [rows, [counts]] = await Promise.all([
      list(tx, [afterDue(after?.[0]), after?.[1] ?? null]),
      deskCounts(tx, [now]),
    ])
    return { rows, counts: counts! }
  },
  answer: ({ input, loaded: { rows, counts }, now }) => ({
    ...pageOf(
      rows,
      (w) => [input.show === 'open' ? cursorOfDue(w.next_due_at) : w.sent_at.toISOString(), w.dispatch_id],
      (w) => ({
        // whoever helps is told what the lead has to do
        ...showFace(w, w.leads ? 'party' : 'others', now),
        ...showDues(w),
        dispatchId: w.dispatch_id,
        desk: w.desk,
        lead: w.leads,
        disputed: w.disputed,
        takenBy: w.taken_by,
        takenByMe: w.taken_by_me,
      }),
    ),
    counts: { toRespond: counts.to_respond, underWay: counts.under_way, overdue: counts.overdue },
  }),
})
