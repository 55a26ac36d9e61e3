import { moneyWords } from '../../shared/account/words'
import type { SpaceKind } from '../../shared/space/kinds'
import { query } from '../kernel/database'
import { read } from '../kernel/verb'
import { receiptsOfMine } from '../receipt/queries'
import { sayReceipt } from '../receipt/view'
import { owedOf } from './lowering'
import { openOfMine } from './queries'
import { showCharge } from './view'

// each by what it is kept for: a home's own charges, or one lease and no other
const heldForMe = query<{ kind: SpaceKind | null; number: string | null; fen: number }>(
  'charge.heldForMe',
  `select s.kind, s.number, d.prepaid_fen::float8 as fen from held d
   left join lease l on l.community_id = d.community_id and l.compound_id = d.compound_id and l.id = d.of_id
   left join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
   where d.prepaid_fen > 0 and coalesce(l.home_id, d.of_id) = any ((select my_homes())::uuid[]) order by s.number nulls first, d.of_id`,
)

/** What my homes owe and have paid. */
export const listMyCharges = read('charge.mine', {
  load: async ({ tx }) => {
    const [charges, receipts, prepaid] = await Promise.all([
      openOfMine(tx),
      receiptsOfMine(tx),
      heldForMe(tx),
    ])
    return { charges, receipts, prepaid }
  },
  answer: ({ loaded: { charges, receipts, prepaid } }) => ({
    items: charges.map((c) => ({
      ...showCharge(c),
      communityId: c.community_id,
      compoundId: c.compound_id,
      compound: c.compound,
    })),
    receipts: receipts.map((r) => ({
      receiptId: r.id,
      compound: r.compound,
      on: r.on_day,
      fen: r.fen,
      says: `${sayReceipt(r)}，${moneyWords[r.by]}`,
    })),
    owedFen: charges.reduce((sum, c) => sum + owedOf(c), 0),
    prepaid,
  }),
})
