import type { Output } from '../../../shared/contract'
import { categoryWords, urgencyWords } from '../../../shared/whistle/categories'
import { type Clock, type ClockUnit, clockLimits, isClock, sayClock } from '../../../shared/whistle/clocks'

export type ClockLine = Output<'whistle.clocks'>['items'][number]

export const clockUnits: readonly { value: ClockUnit; label: string; hint: string }[] = [
  { value: 'hours', label: '小时（自然时间）', hint: '夜里和节假日也算' },
  { value: 'workingHours', label: '工作小时', hint: '工作日 9 点到 12 点、13 点到 18 点，一天 8 小时' },
  { value: 'workingDays', label: '工作日', hint: '到那一天 18:00，调休上班的日子也算' },
]

/** The contract carries the unit as a word; one that is none of ours is shown as it came. */
export const sayLimit = (limit: { amount: number; unit: string }): string =>
  isClock(limit) ? sayClock(limit) : `${limit.amount} ${limit.unit}`

export const lineKey = (c: ClockLine): string => `${c.category} ${c.urgency}`
export const sayLine = (c: ClockLine): string => `${categoryWords[c.category]} · ${urgencyWords[c.urgency]}`

/** What was typed, as a clock; or the sentence of what is wrong with it. */
export function readClock(amount: string, unit: ClockUnit): Clock | string {
  const clock = { amount: /^\d+$/.test(amount.trim()) ? Number(amount.trim()) : Number.NaN, unit }
  return isClock(clock) ? clock : `请填 1 到 ${clockLimits[unit]} 的整数`
}
