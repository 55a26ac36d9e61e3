import { moneyWords } from '../../shared/account/words'
import { may } from '../../shared/permissions'
import { ofLease } from '../charge/queries'
import { read } from '../kernel/verb'
import { receiptsOf } from '../receipt/queries'
import { sayReceipt } from '../receipt/view'
import { leaseById } from './queries'
import { showLease } from './view'

/** To those who keep the books, and to the home itself: all others do not find it. */
export const getLease = read('lease.get', {
  load: async ({ tx, input: { communityId, compoundId, leaseId } }) => {
    const key = [communityId, compoundId, leaseId]
    const [[lease], charges, receipts] = await Promise.all([
      leaseById(tx, key),
      ofLease(tx, key),
      receiptsOf(tx, [...key, null, null, null]),
    ])
    return lease && { lease, charges, receipts }
  },
  answer: ({ input: { communityId, compoundId }, loaded: { lease, charges, receipts }, caller }) => ({
    ...showLease(lease),
    charges: charges.map((c) => ({
      chargeId: c.id,
      from: c.from_day,
      to: c.to_day,
      fen: c.fen,
      paidFen: c.paid_fen,
      loweredFen: c.lowered_fen,
    })),
    receipts: receipts.map((r) => ({
      receiptId: r.id,
      on: r.on_day,
      fen: r.fen,
      says: `${sayReceipt(r)}，${moneyWords[r.by]}`,
      entryId: r.id,
    })),
    mayChange: may(caller, 'lease.end', { communityId, compoundId }),
  }),
})
