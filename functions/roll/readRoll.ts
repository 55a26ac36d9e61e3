import { rollLinesAtMost } from '../../shared/roll/contract'
import { type RollColumns, readHeadings } from '../../shared/roll/headings'
import { isEmptyLine } from '../../shared/roll/rules'
import { Refused } from '../kernel/refused'
import { readRows, rowsAbove } from './readRows'

export interface RollSheet {
  columns: RollColumns
  /** Every line below the headings with anything in it, by its number in the sheet. */
  lines: { line: number; cells: string[] }[]
}

/** What the file says, whatever it is called; or why it cannot be read. */
export async function readRoll(file: Buffer, fileName: string): Promise<RollSheet> {
  const rows = await readRows(file, fileName, rollLinesAtMost + rowsAbove)
  const lines = rows.map((cells, i) => ({ line: i + 1, cells })).filter(({ cells }) => !isEmptyLine(cells))
  const [head, ...rest] = lines
  if (!head) throw new Refused('roll_empty')
  const headings = readHeadings(head.cells)
  if ('missing' in headings) throw new Refused('roll_headings', { missing: headings.missing.join('、') })
  if (rest.length === 0) throw new Refused('roll_empty')
  if (rest.length > rollLinesAtMost) throw new Refused('roll_too_long')
  return { columns: headings.columns, lines: rest }
}
