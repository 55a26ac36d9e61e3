import { moneyWords } from '../../shared/account/words'
import { query } from '../kernel/database'
import { read } from '../kernel/verb'
import { receiptsOfMine } from '../receipt/queries'
import { sayReceipt } from '../receipt/view'
import { owedOf } from './lowering'
import { openOfMine } from './queries'
import { showCharge } from './view'

const heldForMe = query<{ prepaid: number }>(
  'charge.heldForMe',
  `select coalesce(sum(prepaid_fen), 0)::float8 as prepaid from held
   where of_id = any ((select my_homes())::uuid[]) or of_id in (select id from lease where home_id = any ((select my_homes())::uuid[]))`,
)

/** What my homes owe and have paid. */
export const listMyCharges = read('charge.mine', {
  load: async ({ tx }) => {
    const [charges, receipts, [held]] = await Promise.all([openOfMine(tx), receiptsOfMine(tx), heldForMe(tx)])
    return { charges, receipts, prepaidFen: held!.prepaid }
  },
  answer: ({ loaded: { charges, receipts, prepaidFen } }) => ({
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
    prepaidFen,
  }),
})
