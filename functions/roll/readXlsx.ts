import { Refused } from '../kernel/refused'
import { packPlain, unpackXml } from './zip'

/** As far as a spreadsheet program goes; a roll needs far less, and what is beyond it can only be an accident. */
const rowsAtMost = 1_048_576
const columnsAtMost = 200

/** The cells of the first sheet as text: row by row as they are numbered in the sheet, blank rows too. */
export async function readXlsx(file: Buffer, rowsWithText: number): Promise<string[][]> {
  const files = unpackXml(file)
  const { readSheet } = await import('read-excel-file/node')
  const sheetName = firstSheetOf(files)
  const xml = files.get(sheetName)!.toString('utf8')
  const failed = lookOver(xml, rowsWithText)
  // no other sheet goes to the reader: it was not looked over
  const parts = new Map([...files].filter(([name, content]) => name === sheetName || !isSheet(content)))
  const rows = (await readSheet(packPlain(parts))) as unknown[][]
  const cells = rows.map((row) => row.map(sayCell))
  for (const { row, column } of failed) {
    const line = cells[row - 1]
    if (line && column <= line.length) line[column - 1] = '#ERROR!'
  }
  return cells
}

const isSheet = (content: Buffer): boolean => content.includes('sheetData')

function firstSheetOf(files: ReadonlyMap<string, Buffer>): string {
  const text = (name: string) => files.get(name)?.toString('utf8') ?? ''
  const id = /<(?:\w+:)?sheet\s[^>]*?\b\w+:id\s*=\s*["']([^"']+)["']/.exec(text('xl/workbook.xml'))?.[1]
  const relation = [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([tag]) => ({ id: attribute(tag, 'Id'), target: attribute(tag, 'Target') ?? '' }))
    .find((r) => r.id === id)
  const target = relation?.target ?? ''
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  if (id === undefined || !files.has(name)) throw new Error('no first sheet')
  return name
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]

/** Merged cells, and cells so far out that a reader would fill the memory on its way there. Answers the failed formulas. */
function lookOver(xml: string, rowsWithText: number): { row: number; column: number }[] {
  if (/<(?:\w+:)?mergeCell[\s/>]/.test(xml)) throw new Refused('roll_merged')
  const failed: { row: number; column: number }[] = []
  for (const m of xml.matchAll(/(?<!xmlns:)\br\s*=\s*["']([^"']*)["']/g)) {
    const address = /^([A-Z]{0,3})(\d{1,7})$/.exec(m[1]!)
    const row = Number(address?.[2])
    if (!address || row > rowsAtMost) throw new Error('a cell that is nowhere')
    const letters = address[1]!
    if (letters === '' || isBlank(xml, m.index + m[0].length)) continue
    if (row > rowsWithText) throw new Refused('roll_too_long')
    const column = columnOf(letters)
    if (column > columnsAtMost) throw new Error('a cell too far to the right')
    const start = xml.lastIndexOf('<', m.index)
    if (/\bt\s*=\s*["']e["']/.test(xml.slice(start, xml.indexOf('>', m.index)))) failed.push({ row, column })
  }
  return failed
}

/** Whether the cell whose tag goes on here holds nothing. In doubt it holds something. */
function isBlank(xml: string, at: number): boolean {
  const end = xml.indexOf('>', at)
  const rest = xml.slice(at, end)
  if (end < 0 || (rest.match(/["']/g)?.length ?? 0) % 2 === 1) return false
  return rest.endsWith('/') || /^\s*<\/(?:\w+:)?c\s*>/.test(xml.slice(end + 1, end + 40))
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

function sayCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  // half a second makes up for what a fraction of a day loses
  if (cell instanceof Date) return new Date(cell.getTime() + 500).toISOString().slice(0, 10)
  // a spreadsheet shows 15 digits; the rest is noise of its arithmetic
  if (typeof cell === 'number') return plainNumber(Number(cell.toPrecision(15)))
  return String(cell)
}

const plainNumber = (n: number): string =>
  Number.isInteger(n) && Math.abs(n) < 1e21 ? BigInt(n).toString() : String(n)
