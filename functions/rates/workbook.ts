import type { Output } from '../../shared/contract'
import { type Rate, rates, rateWords } from '../../shared/rates/definitions'
import { type Cell, lineHead } from './lines'

// a cell that begins so would be run as a formula once the table is saved as csv or typed into
const runs = /^[=+\-@\t\r\n]/
// what a spreadsheet's XML cannot hold: one such letter and the whole file would not open
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the letters that are taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/** What somebody wrote, as a cell that is nothing but text. */
export const asText = (written: string): string => {
  const kept = written.replace(unwritable, '')
  return runs.test(kept) ? `' ${kept}` : kept
}

const cell = (value: Cell) => (typeof value === 'string' ? asText(value) : value)
const heading = (value: string) => ({ value, fontWeight: 'bold' as const })

type Told = Output<'rates.get'>

function sheetOfRates(told: Told, byWord: string): unknown[][] {
  const counts = (shares: Told['total']): Cell[] => [
    ...[shares.response.denominator, shares.response.numerator],
    ...[shares.resolved.denominator, shares.resolved.numerator, shares.resolved.unanswered],
    ...[shares.satisfied.denominator, shares.satisfied.numerator],
  ]
  const head = [byWord, '应到场', '按时到场', '应办结', '解决', '没人评价', '答了回访', '满意']
  const { asked, answered, well, broken, unsure } = told.survey
  return [
    head.map(heading),
    ...told.rows.map((row) => [row.name, ...counts(row.shares)].map(cell)),
    ['合计', ...counts(told.total)],
    [],
    ['定期回访', '问了', '答了', '还好', '又坏了', '说不准'].map(heading),
    [null, asked, answered, well, broken, unsure],
  ]
}

const sheetOfWords = ({ definitions, groupedBy }: Told): unknown[][] => [
  ...rates.map((rate: Rate) => [heading(rateWords[rate]), definitions[rate]]),
  ...(groupedBy === null ? [] : [[heading('分组'), groupedBy]]),
]

/** The rates, the whistles behind them and what the words mean, as one spreadsheet. */
export async function makeWorkbook(told: Told, byWord: string, lines: readonly Cell[][]): Promise<Buffer> {
  // only whoever exports needs it
  const { default: write } = await import('write-excel-file/node')
  const sheet = (name: string, data: unknown[][], widths: number[]) => ({
    sheet: name,
    data: data as never,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  })
  return write([
    sheet('三率', sheetOfRates(told, byWord), [24, ...lineHead.slice(8).map(() => 10)]),
    sheet(
      '明细',
      [lineHead.map(heading), ...lines.map((line) => line.map(cell))],
      [...[12, 36, 28, 12, 12, 18, 20], ...[18, 18, 10, 18, 10, 18, 6, 8]],
    ),
    sheet('口径', sheetOfWords(told), [12, 120]),
  ]).toBuffer()
}
