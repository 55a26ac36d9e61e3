import { shareOut } from '../account/shares'
import { nextMonth } from '../charge/rules'
import { wholeBp } from '../split/rules'

export interface Plan {
  totalFen: number
  from: string
  months: number
}

/** What is to be paid back month by month: as equal as fen go, and all of it together. */
export function scheduleOf({ totalFen, from, months }: Plan): { month: string; fen: number }[] {
  let month = from
  return shareOut(totalFen, Array<number>(months).fill(1)).map((fen) => {
    const due = { month, fen }
    month = nextMonth(month)
    return due
  })
}

/** What the schedule asks for up to and with a month. */
export const askedBy = (plan: Plan, month: string): number =>
  scheduleOf(plan)
    .filter((due) => due.month <= month)
    .reduce((sum, due) => sum + due.fen, 0)

/** How much of the owners' share of a month may go into it. */
export const reachOf = (ownersFen: number, shareBp: number): number =>
  ownersFen <= 0 ? 0 : Number((BigInt(ownersFen) * BigInt(shareBp)) / BigInt(wholeBp))

/** What is paid back for a month: what is asked by then and not paid, as far as the owners' share reaches, and never beyond what is owed. */
export const repaymentOf = (plan: Plan, repaidFen: number, month: string, availableFen: number): number =>
  Math.max(0, Math.min(askedBy(plan, month) - repaidFen, plan.totalFen - repaidFen, availableFen))

export const lastMonthOf = (plan: Plan): string => scheduleOf(plan).at(-1)!.month
