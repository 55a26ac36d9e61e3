import { moneyConflicts } from '../entry/posting'
import { arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { bookOutgo } from './outgo'
import { setVouchered } from './queries'
import { loadStanding, refuseMove } from './standing'

/** The paper comes after the money: only now it is in the books, on the day on which it was paid. */
export const addVoucher = write('spending.addVoucher', {
  load: async ({ tx, input }) => {
    const [standing, papers] = await Promise.all([
      loadStanding(tx, input),
      arePapers(tx, input.communityId, input.photoIds),
    ])
    return standing && { ...standing, papers }
  },
  refuse: (acting) =>
    refuseMove('addVoucher', acting) ?? (acting.loaded.papers ? undefined : 'voucher_unknown'),
  conflicts: { account_floor: moneyConflicts.account_floor, ...voucherConflicts },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, spendingId, photoIds } = input
    const { spending } = loaded
    const paid = { by: spending.paid_from!, on: spending.paid_on! }
    const { entryId, done } = bookOutgo(act, input, spending, paid, photoIds)
    await Promise.all([
      ...done,
      setVouchered(tx, [communityId, compoundId, spendingId, entryId]),
      note(act, {
        communityId,
        action: 'spending.vouchered',
        subjectKind: 'spending',
        subjectId: spendingId,
        before: { state: 'gap' },
        after: { compoundId, state: 'paid', entryId, fen: spending.fen },
      }),
    ])
    return { state: 'paid', entryId }
  },
})
