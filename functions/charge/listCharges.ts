import { booksOf } from '../account/books'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { chargesOf } from './queries'
import { showCharge } from './view'

export const listCharges = read('charge.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, homeId, leaseId } = input
    const after = readCursor(input.after, 'day', 'id') ?? [null, null]
    const [[books], charges] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      chargesOf(tx, [communityId, compoundId, homeId ?? null, leaseId ?? null, ...after]),
    ])
    return books?.desk ? charges : undefined
  },
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  answer: ({ loaded }) => pageOf(loaded, (c) => [c.due_on, c.id], showCharge),
})
