import { lastOf, monthOf } from '../../shared/charge/rules'
import { isClosed, lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { endFeeRow, feeById } from './fees'

/** The last month for which it is charged. */
export const endFee = write('charge.endFee', {
  load: async ({ tx, input: { communityId, compoundId, feeId } }) => {
    const [[books], [fee]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      feeById(tx, [communityId, compoundId, feeId]),
    ])
    return books && fee && { books, fee }
  },
  refuse: ({ input: { to }, loaded: { books, fee } }) => {
    if (fee.to_day === lastOf(to)) return undefined
    if (fee.to_day !== null) return 'fee_over'
    return to < monthOf(fee.from_day) || isClosed(books, to) ? 'fee_from' : undefined
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, feeId, to } = input
    const last = lastOf(to)
    if (loaded.fee.to_day === null)
      await Promise.all([
        endFeeRow(tx, [communityId, compoundId, feeId, last]),
        note(act, {
          communityId,
          action: 'fee.ended',
          subjectKind: 'fee',
          subjectId: feeId,
          after: { compoundId, to: last },
        }),
      ])
    return { to: last }
  },
})
