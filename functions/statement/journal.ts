import type { AccountKind, Side } from '../../shared/account/chart'
import type { EntryKind } from '../../shared/entry/kinds'
import { entryKindWords } from '../../shared/entry/words'

export interface JournalAccount {
  accountId: string
  code: string
  name: string
  kind: AccountKind
  /** Debits less credits, before the first entry and after the last. */
  openingFen: number
  closingFen: number
}
export interface JournalEntry {
  number: number
  kind: EntryKind
  occurredOn: string
  /** In which it counts. */
  period: string
  memo: string | null
  reverses: number | null
  lines: { accountId: string; side: Side; fen: number }[]
}
export interface Journal {
  community: string
  compound: string
  /** Its first and last day. */
  from: string
  to: string
  accounts: readonly JournalAccount[]
  entries: readonly JournalEntry[]
}

const rootOf: Record<AccountKind, string> = {
  money: '资产',
  claim: '资产',
  debt: '负债',
  equity: '权益',
  income: '收入',
  expense: '支出',
}

// what begins a comment, a part of a name or a second text in a journal is written otherwise
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[;:|]/g, (mark) => ({ ';': '；', ':': '：', '|': '｜' })[mark]!)
    .trim()
const nameOf = ({ code, name, kind }: JournalAccount): string => `${rootOf[kind]}:${plain(`${code} ${name}`)}`
/** -1234567 fen are -12345.67 CNY. */
function amount(fen: number): string {
  const whole = Math.abs(fen)
  return `${fen < 0 ? '-' : ''}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')} CNY`
}

/**
 * Books as a plain text that ledger and hledger read. It begins with what was there and ends with a line for each account that
 * says what the database holds: a reader's own tool refuses the journal if its own sum is another.
 */
export function writeJournal({ community, compound, from, to, accounts, entries }: Journal): string {
  const accountOf = new Map(accounts.map((a) => [a.accountId, nameOf(a)]))
  const posting = (name: string, fen: number, holds = '') => `    ${name}  ${amount(fen)}${holds}`
  const opening = accounts.filter((a) => a.openingFen !== 0)
  const parts = [
    [`; 哨到账本 1`, `; ${plain(community)} ${plain(compound)}，${from} 到 ${to}，单位元`],
    ['commodity 1000.00 CNY', ...accounts.map((a) => `account ${nameOf(a)}`)],
    ...(opening.length === 0
      ? []
      : [[`${from} 期初`, ...opening.map((a) => posting(nameOf(a), a.openingFen))]]),
    ...entries.map((e) => [
      `${e.occurredOn} (${e.number}) ${entryKindWords[e.kind]}${e.reverses === null ? '' : ` ${e.reverses}`}${e.memo === null ? '' : ` | ${plain(e.memo)}`}`,
      ...(e.occurredOn.startsWith(e.period) ? [] : [`    ; 记在 ${e.period}`]),
      ...e.lines.map((l) => posting(accountOf.get(l.accountId)!, l.side === 'debit' ? l.fen : -l.fen)),
    ]),
    [`${to} 核对余额`, ...accounts.map((a) => posting(nameOf(a), 0, ` = ${amount(a.closingFen)}`))],
  ]
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
