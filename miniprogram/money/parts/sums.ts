import type { AccountKind } from '../../../shared/account/chart'
import { growsOn } from '../../../shared/account/chart'
import { monthOf } from '../../../shared/charge/rules'
import { sayBelow, sayYuan } from '../../../shared/kernel/money'
import { dayOf } from '../../../shared/kernel/time'

/** 6,900.00: figures alone, where the column says that they are yuan. */
export const figures = (fen: number): string => sayYuan(Math.abs(fen)).replace(' 元', '')

/** +6,900.00, −2,150.00: the way is told by the sign as well as by the word beside it. */
export const signed = (fen: number): string =>
  fen === 0 ? figures(0) : `${fen > 0 ? '+' : '−'}${figures(fen)}`
export const sayIn = (fen: number): string => signed(fen)
export const sayOut = (fen: number): string => signed(-fen)

/** A balance may stand below zero. */
export const sayBalance = sayBelow

/** What an entry did to an account, as money that came (above zero) or went. */
export const cameOf = (kind: AccountKind, movedFen: number): number =>
  kind === 'money' || growsOn[kind] === 'credit' ? movedFen : -movedFen + 0

export const today = (): string => dayOf(new Date())
export const thisMonth = (): string => monthOf(today())

/** 11月; with the year where it is another. */
export function sayMonth(month: string, now: string = thisMonth()): string {
  const [year, m] = month.split('-')
  return year === now.slice(0, 4) ? `${Number(m)}月` : `${year}年${Number(m)}月`
}

/** 80 or 66.67 → hundredths of a percent; undefined for what is none. */
export function readPercent(text: string): number | undefined {
  const m = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%?$/.exec(text.trim())
  if (!m) return undefined
  const bp = Number(m[1]) * 100 + Number((m[2] ?? '').padEnd(2, '0'))
  return bp <= 10_000 ? bp : undefined
}
