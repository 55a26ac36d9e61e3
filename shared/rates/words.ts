import type { RefusalWords } from '../kernel/refusal'
import { dayOf, sayWhen, startOfDay } from '../kernel/time'
import type { Outcome } from '../whistle/states'
import { exportedAtMost, monthsAtMost, type Rate } from './definitions'

export const ratesRefusals = {
  months_reversed: { status: 422, says: '开始的月份要在结束的月份以前，请重新选' },
  months_too_many: { status: 422, says: `一次最多看 ${monthsAtMost} 个月，请选短一些` },
  export_too_long: {
    status: 422,
    says: `一份表格最多 ${exportedAtMost / 10_000} 万行，请把时间选短一些，分几次导出`,
  },
  export_lost: { status: 409, says: '这份表格放得太久，已经清理了，请重新导出' },
} as const satisfies Record<string, RefusalWords>

export interface Share {
  numerator: number
  denominator: number
  unanswered: number
}

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

const met: Record<Rate, string> = { response: '按时到场', resolved: '修好了', satisfied: '满意' }
const nothing: Record<Rate, string> = {
  response: '还没有到了到场时限的哨',
  resolved: '还没有到了办结时限的哨',
  satisfied: '还没有人答回访',
}

/** 83 件中 71 件按时到场; never a bare percentage. */
export function sayShare(rate: Rate, { numerator, denominator }: Share): string {
  if (denominator === 0) return nothing[rate]
  const of = thousands(denominator)
  return rate === 'satisfied'
    ? `${of} 件答了回访，${thousands(numerator)} 件${met[rate]}`
    : `${of} 件中 ${thousands(numerator)} 件${met[rate]}`
}

export const sayUnanswered = ({ unanswered }: Share): string => `其中 ${thousands(unanswered)} 件没人评价`

export function sayMonth(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return `${year}年${number}月`
}
export const sayMonths = (fromMonth: string, toMonth: string): string =>
  fromMonth === toMonth ? sayMonth(fromMonth) : `${sayMonth(fromMonth)}到${sayMonth(toMonth)}`

/** All months from one to another, both with it; none if they stand the wrong way round. */
export function monthsOf(fromMonth: string, toMonth: string): string[] {
  const months: string[] = []
  let [year = 0, month = 0] = fromMonth.split('-').map(Number)
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > toMonth) return months
    months.push(name)
    if (month === 12) year++
    month = (month % 12) + 1
  }
}

const firstOf = (month: string): Date => startOfDay(`${month}-01`)
export const monthOf = (at: Date): string => dayOf(at).slice(0, 7)
/** From the first midnight of one month in China up to the one that ends the other. */
export function spanOf(fromMonth: string, toMonth: string): { since: Date; until: Date } {
  const [year = 0, month = 0] = toMonth.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
  return { since: firstOf(fromMonth), until: firstOf(next) }
}

interface Counted {
  rate: Rate
  at: Date
  met: boolean
  respondedAt: Date | null
  outcome: Outcome | 'unanswered' | null
  stars: number | null
}

const outcomeSays: Record<NonNullable<Counted['outcome']>, string> = {
  solved: '回访说修好了',
  half: '回访说修了一半',
  not: '回访说没修好',
  unanswered: '没人评价',
}

/** Why one whistle counts as it does. */
export function sayCounted({ rate, at, met, respondedAt, outcome, stars }: Counted, now: Date): string {
  const when = sayWhen(at, now)
  if (rate === 'satisfied') return `${when} 回访，${stars === null ? '没有打分' : `${stars} 星`}`
  if (rate === 'resolved') return `应在 ${when} 前办结，${outcome ? outcomeSays[outcome] : '还没有回访'}`
  if (respondedAt === null) return `应在 ${when} 前到场，还没有到`
  return `应在 ${when} 前到场，${sayWhen(respondedAt, now)} 到场${met ? '' : '，晚了'}`
}
