import { booksOf } from '../account/books'
import { showDecision } from '../account/deciding'
import { read } from '../kernel/verb'
import { feesOf } from './fees'

export const listFees = read('charge.fees', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [[books], fees] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      feesOf(tx, [communityId, compoundId]),
    ])
    return books && fees
  },
  answer: ({ loaded }) => ({
    items: loaded.map((f) => ({
      feeId: f.id,
      name: f.name,
      basis: f.basis,
      fen: f.fen,
      homeKinds: f.home_kinds,
      homes: f.homes,
      monthFen: f.month_fen,
      from: f.from_day,
      to: f.to_day,
      decision: showDecision(f),
    })),
  }),
})
