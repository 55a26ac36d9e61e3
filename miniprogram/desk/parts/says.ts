import { sayArea } from '../../../shared/kernel/area'
import { dayOf, sayDay, sayWhen } from '../../../shared/kernel/time'
import { sayWaited } from '../../kernel/waited'

const minute = 60_000
const day = 24 * 60 * minute

/** More than a day without an answer is late. */
export const isLate = (since: string, now: Date): boolean => now.getTime() - Date.parse(since) >= day

/** 等了 3 小时; 刚交来 for what came a moment ago. */
export const sayWaiting = (since: string, now: Date): string =>
  now.getTime() - Date.parse(since) < minute ? '刚交来' : `等了 ${sayWaited(since, now)}`

export const sayAt = (instant: string, now: Date): string => sayWhen(new Date(instant), now)

/** 2026年3月1日起 / 2026年3月1日到2027年2月28日. */
export const saySpan = (from: string, to: string | null): string =>
  to === null ? `${sayDay(from)}起` : `${sayDay(from)}到${sayDay(to)}`

/** 12,345 */
export const sayCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** 27,345.12 */
export function saySquareMetres(centiares: number): string {
  const [whole = '', part = ''] = sayArea(centiares).split('.')
  return `${sayCount(Number(whole))}.${part}`
}

/** Whether something with an end is over. */
export const isOver = (to: string | null, now: Date): boolean => to !== null && to < dayOf(now)

export const sayName = (name: string | null): string => name ?? '没有登记姓名'
