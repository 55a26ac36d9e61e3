import { sayPeriod } from '../account/words'
import { sayYuan } from '../kernel/money'
import type { RefusalWords } from '../kernel/refusal'
import { lastMonthOf, type Plan } from './rules'

/** 一共 200,000.00 元，已还 50,000.00 元，还欠 150,000.00 元，按计划 2029年11月还清. */
export function sayAdvance(plan: Plan, repaidFen: number): string {
  const owed = plan.totalFen - repaidFen
  if (owed === 0) return `一共 ${sayYuan(plan.totalFen)}，已经还清`
  const till = sayPeriod(lastMonthOf(plan))
  return `一共 ${sayYuan(plan.totalFen)}，已还 ${sayYuan(repaidFen)}，还欠 ${sayYuan(owed)}，按计划 ${till}还清`
}

/** Once the entry that it came with was reversed. */
export const sayTakenBack = (totalFen: number): string =>
  `登记的 ${sayYuan(totalFen)}，记错了，已经冲正，不用还`

export const advanceRefusals = {
  organisation_elsewhere: { status: 422, says: '这家单位没有管这个小区，请重新选' },
  split_unsettled: { status: 409, says: '{month}还没有分成，请先分成' },
  nothing_due: { status: 409, says: '到这个月该还的都还了' },
  advance_repaid_whole: { status: 422, says: '已还的要比一共的少；都还清了的不用再记' },
  share_short: { status: 409, says: '业主这一份只剩 {left}，垫资只能从业主这一份里还' },
  advance_over: { status: 409, says: '只欠 {owed}，还多了，请核对' },
} as const satisfies Record<string, RefusalWords>
