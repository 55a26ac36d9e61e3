import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { apportionmentsOf, compoundReached } from './queries'

export const listApportionments = read('apportion.list', {
  load: async ({ tx, input: { communityId, compoundId, after } }) => {
    const from = readCursor(after, 'instant', 'id')
    const [[compound], rows] = await Promise.all([
      compoundReached(tx, [communityId, compoundId]),
      apportionmentsOf(tx, [communityId, compoundId, from?.[0] ?? null, from?.[1] ?? null]),
    ])
    return compound!.reached ? rows : undefined
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
