import { scheduleOf } from '../../shared/advance/rules'
import { monthOf } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { may } from '../../shared/permissions'
import { read } from '../kernel/verb'
import { advanceById, type RepaymentRow, repaymentsOf, sharesOf } from './queries'
import { planned } from './repaying'
import { planOf, showAdvance } from './view'

type Advance = Awaited<ReturnType<typeof advanceById>>[number]

/** The schedule, filled in order by what has been paid back: a month behind is filled before the next. */
function scheduled(advance: Advance, repayments: RepaymentRow[], today: string) {
  let left = advance.repaid_fen
  return scheduleOf(planOf(advance)).map(({ month, fen }) => {
    const repaidFen = Math.min(left, fen)
    left -= repaidFen
    const early = month > monthOf(today) && repaidFen > 0
    const passed = repayments.some((r) => !r.reversed && r.period >= month)
    const part = repaidFen > 0 ? ('part' as const) : passed ? ('none' as const) : ('toCome' as const)
    return {
      month,
      plannedFen: fen,
      repaidFen,
      state: early ? ('early' as const) : repaidFen === fen ? ('whole' as const) : part,
    }
  })
}

export const getAdvance = read('advance.get', {
  load: async ({ tx, input: { communityId, compoundId, advanceId } }) => {
    const key = [communityId, compoundId]
    const [[advance], repayments, shares] = await Promise.all([
      advanceById(tx, [...key, advanceId]),
      repaymentsOf(tx, [...key, advanceId]),
      sharesOf(tx, key),
    ])
    return advance && { advance, repayments, shares }
  },
  answer: ({ input: { communityId, compoundId }, loaded: { advance, repayments, shares }, caller, now }) => {
    const waits = (advance.reversed ? [] : shares)
      .map(({ period }) => ({ month: period, ...planned(advance, shares, period)! }))
      .find(({ fen }) => fen > 0)
    const mayRepay = may(caller, 'advance.repay', { communityId, compoundId })
    return {
      ...showAdvance(advance),
      schedule: advance.reversed ? [] : scheduled(advance, repayments, dayOf(now)),
      repayments: repayments.map((r) => ({
        entryId: r.entry_id,
        on: r.on_day,
        month: r.period,
        fen: r.fen,
        early: r.early,
        reversed: r.reversed,
      })),
      next: waits ? { month: waits.month, fen: waits.fen, availableFen: waits.availableFen } : null,
      mayRepay: mayRepay && !advance.reversed && advance.repaid_fen < advance.total_fen,
    }
  },
})
