import { sayPeriod, sideWords } from '../../shared/account/words'
import { entryKindWords } from '../../shared/entry/words'
import type { StatementDoc } from '../../shared/statement/canonical'
import type { AccountRow } from '../account/queries'
import { asText } from '../rates/workbook'
import type { WrittenEntry } from './entries'

interface Fen {
  fen: number
}
type Cell = string | number | null | Fen
const cell = (value: Cell) => {
  if (typeof value === 'string') return asText(value)
  return value !== null && typeof value === 'object' ? { value: value.fen / 100, format: '#,##0.00' } : value
}
const heading = (value: string) => ({ value, fontWeight: 'bold' as const })

const linesIn = ({ picture }: StatementDoc): Cell[][] => [
  ['期初余额', null, { fen: picture.openingFen }],
  ...picture.sources.map((p): Cell[] => ['来源', p.name, { fen: p.fen }]),
  ['来源合计', null, { fen: picture.sourcesFen }],
  ...picture.uses.map((p): Cell[] => ['去向', p.name, { fen: p.fen }]),
  ['去向合计', null, { fen: picture.usesFen }],
  ['期末余额', null, { fen: picture.closingFen }],
  ...picture.money.map((m): Cell[] => ['其中', m.name, { fen: m.closingFen }]),
  ...picture.turned.map((p): Cell[] => ['记在账上、没有动钱', p.name, { fen: p.fen }]),
  ['物业垫资还欠', null, { fen: picture.advance.owedFen }],
  ['欠费合计', null, { fen: picture.arrearsFen }],
  ['付了缺凭证、没有入账', `${picture.gaps.count} 笔`, { fen: picture.gaps.fen }],
]

/** What was published, and all that stands behind it; whatever somebody wrote is text and nothing else. */
export async function makeWorkbook(
  doc: StatementDoc,
  accounts: readonly AccountRow[],
  entries: readonly WrittenEntry[],
): Promise<Buffer> {
  // only whoever exports needs it
  const { default: write } = await import('write-excel-file/node')
  const accountOf = new Map(accounts.map((a) => [a.id, a]))
  const sheet = (name: string, head: string[], rows: Cell[][], widths: number[]) => ({
    sheet: name,
    data: [head.map(heading), ...rows.map((row) => row.map(cell))] as never,
    columns: head.map((_, i) => ({ width: widths[i] ?? 14 })),
    stickyRowsCount: 1,
  })
  return write([
    sheet(`收支 ${sayPeriod(doc.period)}`, ['项目', '名称', '金额（元）'], linesIn(doc), [22, 24, 16]),
    sheet(
      '分录',
      ['编号', '日期', '记在', '什么事', '说明', '金额（元）', '凭证张数', '冲正'],
      entries.map((e) => [
        ...[e.number, e.occurred_on, e.period, entryKindWords[e.kind], e.memo],
        ...[{ fen: e.total_fen }, e.vouchers, e.reverses],
      ]),
      [8, 12, 10, 16, 32],
    ),
    sheet(
      '明细',
      ['编号', '日期', '科目', '名称', '借贷', '金额（元）'],
      entries.flatMap((e) =>
        e.lines.map((l): Cell[] => {
          const account = accountOf.get(l.accountId)!
          return [e.number, e.occurred_on, account.code, account.name, sideWords[l.side], { fen: l.fen }]
        }),
      ),
      [8, 12, 8, 24, 8, 16],
    ),
  ]).toBuffer()
}
