import { Refused } from '../kernel/refused'
import { readCsv } from './readCsv'
import { readXlsx } from './readXlsx'

/** Headings need not stand in the very first row. */
export const rowsAbove = 50

/** The cells of a spreadsheet or a text file, row by row, whatever it is called. */
export async function readRows(file: Buffer, fileName: string, rowsAtMost: number): Promise<string[][]> {
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
