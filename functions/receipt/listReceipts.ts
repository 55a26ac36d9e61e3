import { booksOf } from '../account/books'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { receiptsOf } from './queries'
import { showReceipt } from './view'

export const listReceipts = read('receipt.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, leaseId, homeId } = input
    const after = readCursor(input.after, 'instant', 'id') ?? [null, null]
    const [[books], receipts] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      receiptsOf(tx, [communityId, compoundId, leaseId ?? null, homeId ?? null, ...after]),
    ])
    return books?.desk ? receipts : undefined
  },
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  answer: ({ loaded }) => pageOf(loaded, (r) => [r.at.toISOString(), r.id], showReceipt),
})
