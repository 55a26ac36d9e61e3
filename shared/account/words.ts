import type { RefusalWords } from '../kernel/refusal'
import type { AccountKind, Side } from './chart'
import type { MoneyKind } from './fields'

export const accountKindWords: Record<AccountKind, string> = {
  money: '钱',
  claim: '别人欠小区的',
  debt: '小区欠别人的',
  equity: '结余',
  income: '收入',
  expense: '支出',
}
export const sideWords: Record<Side, string> = { debit: '借', credit: '贷' }
export const moneyWords: Record<MoneyKind, string> = { cash: '现金', bank: '转账', wechat: '微信' }

/** 2026-11 → 2026年11月; 2026 → 2026年. */
export function sayPeriod(period: string): string {
  const [year, month] = period.split('-')
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`
}

export const accountRefusals = {
  books_open: { status: 409, says: '这个小区的账已经开了' },
  books_from: { status: 422, says: '请从某个月的 1 号开账，不能晚于今天' },
  opening_twice: { status: 422, says: '期初里同一项写了两次，请合成一项' },
  opening_closed: { status: 409, says: '第一个月已经公布，开账那天的数不能再补、再改' },
  account_named: { status: 409, says: '已经有这个名字的科目，请换一个' },
  account_elsewhere: { status: 422, says: '这个科目不在这个小区的账里，请重新选' },
  /** The money is not there: no account of the books goes below zero. */
  not_enough: { status: 409, says: '账上的钱不够，请核对金额和账户' },
  before_books: { status: 422, says: '日期早于开账那天，请核对日期' },
  in_future: { status: 422, says: '日期不能晚于今天' },
  decision_missing: { status: 422, says: '请选一条公布了的决议，或写明原来决定的名称和日期，只填一样' },
  decision_elsewhere: { status: 422, says: '这条决议不是这个小区公布的，请重新选' },
  voucher_unknown: { status: 422, says: '凭证照片不是你在这里传的，或已经用过，请重新拍' },
} as const satisfies Record<string, RefusalWords>
