import { partsOf } from '../../shared/lease/find'
import { booksOf } from '../account/books'
import { pageOf, readCursor } from '../kernel/cursor'
import { literal } from '../kernel/literal'
import { read } from '../kernel/verb'
import { leasesOf } from './queries'
import { showLease } from './view'

const patternOf = (find: string): string => `%${partsOf(find).map(literal).join('%')}%`

export const listLeases = read('lease.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, kind, spaceId, find } = input
    const [last] = readCursor(input.after, 'id') ?? []
    const [[books], leases] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      leasesOf(tx, [
        communityId,
        compoundId,
        kind ?? null,
        spaceId ?? null,
        find === undefined ? null : patternOf(find),
        last ?? null,
      ]),
    ])
    return books?.desk ? leases : undefined
  },
  answer: ({ loaded }) => pageOf(loaded, (l) => [l.id], showLease),
})
