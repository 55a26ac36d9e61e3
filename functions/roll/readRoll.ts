import { rollLinesAtMost } from '../../shared/roll/contract'
import { type RollColumns, readHeadings } from '../../shared/roll/headings'
import { isEmptyLine } from '../../shared/roll/rules'
import { Refused } from '../kernel/refused'
import { readCsv } from './readCsv'
import { readXlsx } from './readXlsx'

export interface RollSheet {
  columns: RollColumns
  /** Every line below the headings with anything in it, by its number in the sheet. */
  lines: { line: number; cells: string[] }[]
}

// headings need not stand in the very first row
const rowsAbove = 50

/** What the file says, whatever it is called; or why it cannot be read. */
export async function readRoll(file: Buffer, fileName: string): Promise<RollSheet> {
  const rows = await readRows(file, fileName)
  const lines = rows.map((cells, i) => ({ line: i + 1, cells })).filter(({ cells }) => !isEmptyLine(cells))
  const [head, ...rest] = lines
  if (!head) throw new Refused('roll_empty')
  const headings = readHeadings(head.cells)
  if ('missing' in headings) throw new Refused('roll_headings', { missing: headings.missing.join('、') })
  if (rest.length === 0) throw new Refused('roll_empty')
  if (rest.length > rollLinesAtMost) throw new Refused('roll_too_long')
  return { columns: headings.columns, lines: rest }
}

async function readRows(file: Buffer, fileName: string): Promise<string[][]> {
  const rowsAtMost = rollLinesAtMost + rowsAbove
  const isZip = file.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))
  try {
    if (isZip) return await readXlsx(file, rowsAtMost)
    // a picture, or text that only calls itself a workbook
    if (/\.xls[xmb]?$/i.test(fileName)) throw new Error('no workbook')
    return await readCsv(file, rowsAtMost)
  } catch (reason) {
    // whatever a library says about a broken file, it is the file
    throw reason instanceof Refused ? reason : new Refused('roll_unreadable')
  }
}
