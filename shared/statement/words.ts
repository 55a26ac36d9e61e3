import type { RefusalWords } from '../kernel/refusal'
import { dayOf, sayDay, sayWeekday } from '../kernel/time'
import { type NotReady, questionsAtMost } from './states'

export const notReadyWords: Record<NotReady, string> = {
  early: '这个月还没有过完',
  order: '要先公布前面的月份',
  unsettled: '还没有分成',
  out: '已经公布了',
}

/** 12月4日 周五 当天答复完: the last whole day before the moment at which an answer is late. */
export function sayAnswerBy(dueAt: string, now: Date): string {
  const day = dayOf(new Date(Date.parse(dueAt) - 1))
  const said = day.slice(0, 4) === dayOf(now).slice(0, 4) ? sayDay(day).slice(5) : sayDay(day)
  return day === dayOf(now) ? '今天答复完' : `${said} ${sayWeekday(day)} 当天答复完`
}

export const statementRefusals = {
  statement_out: { status: 409, says: '{period}已经公布了' },
  statement_order: { status: 409, says: '要一个月一个月公布，下一个是{next}' },
  statement_early: { status: 409, says: '{period}还没有过完，过完了再公布' },
  line_unknown: { status: 422, says: '公示里没有这一行，请刷新再问' },
  questions_many: { status: 429, says: `一份公示最多问 ${questionsAtMost} 条，有事请找业委会` },
  journal_long: { status: 422, says: '分录太多，请分年份导出' },
} as const satisfies Record<string, RefusalWords>
