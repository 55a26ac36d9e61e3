import { nextToPublish } from '../../shared/statement/policy'
import { read } from '../kernel/verb'
import { factsOf, loadDraft, notReadyIn, pictureIn } from './draft'

/** As it would be published now, and what stands in the way. */
export const previewStatement = read('statement.preview', {
  load: ({ tx, input }) => loadDraft(tx, input),
  answer: ({ input: { period }, loaded, now }) => ({
    period,
    ...pictureIn(loaded),
    notReady: notReadyIn(period, loaded, now),
    vouchersWaiting: loaded.vouchers.waiting,
    next: nextToPublish(factsOf(loaded, now)),
  }),
})
