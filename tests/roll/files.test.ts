import { deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { Refused } from '../../functions/kernel/refused'
import { readRoll } from '../../functions/roll/readRoll'
import { packPlain, unpackXml } from '../../functions/roll/zip'
import { rollLinesAtMost } from '../../shared/roll/contract'
import { csv, csvText, headings, manyHomes, xlsx } from './sheets'

const row = ['9栋', '1单元', '701', '住宅', '86.50', '业主', '业主甲', '13900000001', '2019-05-01', '']
const rows = [headings, row]
const refusal = async (file: Buffer, name: string): Promise<unknown> => {
  try {
    await readRoll(file, name)
  } catch (reason) {
    return reason instanceof Refused ? reason.code : reason
  }
  return undefined
}

/** The same workbook with its first sheet written anew. */
async function withSheet(change: (xml: string) => string): Promise<Buffer> {
  const files = unpackXml(await xlsx(rows))
  const name = [...files.keys()].find((n) => n.startsWith('xl/worksheets/'))!
  return packPlain(new Map([...files, [name, Buffer.from(change(files.get(name)!.toString('utf8')))]]))
}

describe('a text file', () => {
  const text = csvText(rows)
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['GBK', iconv.encode(text, 'gbk')],
    ['GB18030 with a rare character', iconv.encode(text.replace('业主甲', '业主㐂𠮷'), 'gb18030')],
    ['UTF-16LE with its mark and tabs', iconv.encode(csvText(rows, '\t'), 'utf-16le', { addBOM: true })],
    ['UTF-16LE without mark', iconv.encode(text, 'utf-16le')],
    ['UTF-16BE', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['semicolons', Buffer.from(csvText(rows, ';'))],
    ['bare line feeds', Buffer.from(text.replaceAll('\r\n', '\n'))],
  ])('in %s is read', async (_, file) => {
    const { lines } = await readRoll(file, '名册.csv')
    expect(lines).toHaveLength(1)
    expect(lines[0]!.line).toBe(2)
    expect(lines[0]!.cells.slice(0, 6)).toEqual(row.slice(0, 6))
    expect(lines[0]!.cells[6]).toMatch(/^业主/)
  })
  test('keeps the numbers of its lines past blank ones and past cells of two lines', async () => {
    const two = [...row.slice(0, 6), '业主\n乙', ...row.slice(7)]
    const { lines } = await readRoll(
      csv([headings, ['', ''], row, two, [], row, ['', '', ''], []]),
      '名册.csv',
    )
    expect(lines.map((l) => l.line)).toEqual([3, 4, 6])
    expect(lines[1]!.cells[6]).toBe('业主\n乙')
  })
  test.each<[string, Buffer, string, string]>([
    ['empty', Buffer.alloc(0), '名册.csv', 'roll_empty'],
    ['blank', csv([['', ''], []]), '名册.csv', 'roll_empty'],
    ['with headings alone', csv([headings]), '名册.csv', 'roll_empty'],
    ['without the headings', csv([row, row]), '名册.csv', 'roll_headings'],
    ['called a workbook', csv(rows), '名册.xlsx', 'roll_unreadable'],
    ['with an open quote', Buffer.from(`${csvText(rows)}\r\n"9栋`), '名册.csv', 'roll_unreadable'],
    [
      'that is a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      '名册.csv',
      'roll_unreadable',
    ],
    ['in no encoding', Buffer.from([0x81, 0x20, 0xff, 0xff, 0x81]), '名册.csv', 'roll_unreadable'],
    ['of 20,001 homes', csv([headings, ...manyHomes(rollLinesAtMost + 1)]), '名册.csv', 'roll_too_long'],
    ['of 100,000 homes', csv([headings, ...manyHomes(100_000)]), '名册.csv', 'roll_too_long'],
  ])('%s is refused', async (_, file, name, code) => {
    expect(await refusal(file, name)).toBe(code)
  })
  test('of 20,000 homes is read', async () => {
    const { lines } = await readRoll(csv([headings, ...manyHomes(rollLinesAtMost)]), '名册.csv')
    expect(lines).toHaveLength(rollLinesAtMost)
  })
})

describe('a workbook', () => {
  test('tells numbers, days and text as a person sees them', async () => {
    const file = await xlsx([
      headings,
      [9, 1, 701, '住宅', 86.46000000000001, '业主', '业主甲', 13900000001, new Date('2019-05-01'), 45352],
    ])
    const { lines } = await readRoll(file, '名册.xlsx')
    expect(lines).toEqual([
      {
        line: 2,
        cells: ['9', '1', '701', '住宅', '86.46', '业主', '业主甲', '13900000001', '2019-05-01', '45352'],
      },
    ])
  })
  test('is known by what it is, not by its name', async () => {
    expect((await readRoll(await xlsx(rows), '名册.csv')).lines).toHaveLength(1)
  })
  test('tells what a formula came to, and a failed one as such', async () => {
    const file = await withSheet((xml) =>
      xml.replace(
        '</sheetData>',
        `<row r="7"><c r="A7" t="str"><f>B1&amp;"栋"</f><v>9栋</v></c><c r="C7"><f>700+2</f><v>702</v></c>
         <c r="E7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F7"/></row></sheetData>`,
      ),
    )
    const { lines } = await readRoll(file, '名册.xlsx')
    expect(lines[1]).toEqual({ line: 7, cells: ['9栋', '', '702', '', '#ERROR!', '', '', '', '', ''] })
  })
  test('with formatted cells far below and beside is read as far as something stands in it', async () => {
    const file = await withSheet((xml) =>
      xml.replace(
        '</sheetData>',
        '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576"></c></row></sheetData>',
      ),
    )
    expect((await readRoll(file, '名册.xlsx')).lines).toHaveLength(1)
  })
  const beyond = (cell: string) => withSheet((xml) => xml.replace('</sheetData>', `${cell}</sheetData>`))
  test.each<[string, () => Promise<Buffer>, string]>([
    ['with merged cells', () => xlsx([headings, row, [null, ...row.slice(1)]], true), 'roll_merged'],
    ['that is empty', () => xlsx([]), 'roll_empty'],
    ['with headings alone', () => xlsx([headings]), 'roll_empty'],
    ['without the headings', () => xlsx([row]), 'roll_headings'],
    ['of 20,001 homes', () => xlsx([headings, ...manyHomes(rollLinesAtMost + 1)]), 'roll_too_long'],
    [
      'with something in its very last row',
      () => beyond('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      'roll_too_long',
    ],
    [
      'with something in its very last column',
      () => beyond('<row r="9"><c r="XFD9"><v>1</v></c></row>'),
      'roll_unreadable',
    ],
    [
      'with a cell that hides where it is',
      () => beyond('<row r="9"><c a="/>" r="XFD9" b="/>"><v>1</v></c></row>'),
      'roll_unreadable',
    ],
    ['with a row that no sheet has', () => beyond('<row r="999999999"></row>'), 'roll_unreadable'],
    ['that is cut off', async () => (await xlsx(rows)).subarray(0, 900), 'roll_unreadable'],
    [
      'that is another zip',
      async () => packPlain(new Map([['a.xml', Buffer.from('<a/>')]])),
      'roll_unreadable',
    ],
    ['of the old kind', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'roll_unreadable'],
    ['that is a picture', async () => Buffer.from('ffd8ffe000104a464946', 'hex'), 'roll_unreadable'],
  ])('%s is refused', async (_, file, code) => {
    expect(await refusal(await file(), '名册.xlsx')).toBe(code)
  })

  test('of a gigabyte in a few kilobytes is refused before it unfolds', async () => {
    const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024))
    const plain = packPlain(new Map([['xl/workbook.xml', bomb]]))
    const zip = Buffer.from(plain)
    zip.writeUInt16LE(8, 8)
    zip.writeUInt16LE(8, zip.lastIndexOf(Buffer.from('PK\x01\x02')) + 10)
    expect(zip.length).toBeLessThan(100_000)
    expect(() => unpackXml(zip)).toThrow(/larger than/)
    expect(await refusal(zip, '名册.xlsx')).toBe('roll_unreadable')
  })
  test('broken anywhere is refused or read, and never a fault', async () => {
    const whole = await xlsx(rows)
    for (let at = 0; at < whole.length; at += 7) {
      const broken = Buffer.from(whole)
      broken[at]! ^= 0xff
      const code = await refusal(broken, '名册.xlsx')
      expect([
        undefined,
        'roll_unreadable',
        'roll_headings',
        'roll_empty',
        'roll_too_long',
        'roll_merged',
      ]).toContain(code)
    }
  })
})
