import { Refused } from '../kernel/refused'

/** The cells of a text file in whatever encoding a spreadsheet program wrote it: row by row, blank rows too. */
export async function readCsv(file: Buffer, rowsWithText: number): Promise<string[][]> {
  const text = await decode(file)
  const { parse } = await import('csv-parse/sync')
  const rows: string[][] = []
  parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: 64 * 1024,
    on_record: (cells: string[]) => {
      if (cells.some((cell) => cell.trim() !== '')) {
        if (rows.length >= rowsWithText) throw new Refused('roll_too_long')
        rows.push(cells)
      } else if (rows.length < rowsWithText) rows.push([])
      return null
    },
  })
  return rows
}

/** Excel's own text export is UTF-16 with tabs; its csv is in the code page of the machine, here GB18030. */
async function decode(file: Buffer): Promise<string> {
  const utf16 = utf16Of(file)
  if (utf16) return withoutMark(new TextDecoder(utf16).decode(file))
  if (file.includes(0)) throw new Error('not text')
  try {
    return withoutMark(new TextDecoder('utf-8', { fatal: true }).decode(file))
  } catch {
    const { default: iconv } = await import('iconv-lite')
    const text = iconv.decode(file, 'gb18030')
    if (text.includes('\ufffd')) throw new Error('not text')
    return text
  }
}

function utf16Of(file: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le'
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be'
  // without a mark: of digits, commas and line ends every other byte is zero
  const head = file.subarray(0, 2000)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++
  })
  if (zeros[1]! > 4 + 4 * zeros[0]!) return 'utf-16le'
  if (zeros[0]! > 4 + 4 * zeros[1]!) return 'utf-16be'
  return undefined
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')

function delimiterOf(text: string): string {
  const head = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? ''
  const times = (mark: string) => head.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (times(mark) > times(best) ? mark : best))
}
