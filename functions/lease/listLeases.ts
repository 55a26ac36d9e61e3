import { booksOf } from '../account/books'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { leasesOf } from './queries'
import { showLease } from './view'

export const listLeases = read('lease.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, kind, spaceId, find } = input
    const [last] = readCursor(input.after, 'id') ?? []
    const [[books], leases] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      leasesOf(tx, [communityId, compoundId, kind ?? null, spaceId ?? null, find ?? null, last ?? null]),
    ])
    return books?.desk ? leases : undefined
  },
  answer: ({ loaded }) => pageOf(loaded, (l) => [l.id], showLease),
})
