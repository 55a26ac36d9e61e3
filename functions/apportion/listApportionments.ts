import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { apportionmentsOf } from './queries'

export const listApportionments = read('apportion.list', {
  load: ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    return apportionmentsOf(tx, [input.communityId, input.compoundId, after?.[0] ?? null, after?.[1] ?? null])
  },
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (a) => [a.at.toISOString(), a.id],
      (a) => ({
        apportionmentId: a.id,
        name: a.name,
        totalFen: a.total_fen,
        method: a.method,
        homes: a.homes,
        at: a.at.toISOString(),
        mineFen: a.mine,
      }),
    ),
})
