import type { Output } from '../../../shared/contract'
import type { PatrolNumber } from '../../../shared/patrol/states'

export type Told = Output<'patrol.month'>
export type Counts = Told['total']

export interface Over {
  communityId: string
  gridId?: string
}

/** One number of the page, of all or of a plan, a walker or a day. */
export interface NumberOf {
  number: PatrolNumber
  planId?: string
  personId?: string
  day?: string
  /** What it is of, to be read above the list. */
  name: string
}

/** Hours and minutes that were walked, and how long one round took. */
export function sayTime({ minutes, rounds }: Counts, say: (minutes: number) => string): string {
  if (rounds === 0) return '还没有走过'
  return `一共走了 ${say(minutes)}，平均每次 ${say(Math.round(minutes / rounds))}`
}

/** 12 次走完, and what was not. */
export function sayCounts({ due, walked, partly, missed }: Counts): string {
  if (due === 0) return '没有应走的'
  return [
    `应走 ${due} 次`,
    `走完 ${walked} 次`,
    partly > 0 && `走了一部分 ${partly} 次`,
    missed > 0 && `没有走 ${missed} 次`,
  ]
    .filter(Boolean)
    .join('，')
}
