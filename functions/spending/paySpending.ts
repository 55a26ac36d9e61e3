import { dayRefusal } from '../account/books'
import { moneyConflicts } from '../entry/posting'
import { arePapers, voucherConflicts } from '../entry/vouchers'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { bookOutgo } from './outgo'
import { setPaid } from './queries'
import { loadStanding, refuseMove } from './standing'

/** Paid: into the books with its voucher; without one it stays outside and shows as a gap. */
export const paySpending = write('spending.pay', {
  load: async ({ tx, input }) => {
    const [standing, papers] = await Promise.all([
      loadStanding(tx, input),
      arePapers(tx, input.communityId, input.photoIds ?? []),
    ])
    return standing && { ...standing, papers }
  },
  refuse: (acting) => {
    const { input, loaded, now } = acting
    const moved = refuseMove('pay', acting)
    if (moved) return moved
    return dayRefusal(loaded.books, input.on, now) ?? (loaded.papers ? undefined : 'voucher_unknown')
  },
  conflicts: { account_floor: moneyConflicts.account_floor, ...voucherConflicts },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, spendingId, by, on, photoIds } = input
    const outgo = photoIds && bookOutgo(act, input, loaded.spending, { by, on }, photoIds)
    const state = outgo ? 'paid' : 'gap'
    const entryId = outgo?.entryId ?? null
    await Promise.all([
      ...(outgo?.done ?? []),
      setPaid(tx, [communityId, compoundId, spendingId, state, by, on, now, entryId]),
      note(act, {
        communityId,
        action: 'spending.paid',
        subjectKind: 'spending',
        subjectId: spendingId,
        before: { state: 'approved' },
        after: { compoundId, state, ...(entryId && { entryId }), fen: loaded.spending.fen },
      }),
    ])
    return { state, entryId }
  },
})
