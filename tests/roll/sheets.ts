import writeXlsxFile from 'write-excel-file/node'

export const headings = [
  '楼栋',
  '单元',
  '房号',
  '类型',
  '面积',
  '身份',
  '姓名',
  '手机号',
  '开始日期',
  '结束日期',
]

export type Cell = string | number | Date | null
type Row = readonly Cell[]

const quoted = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvText = (rows: readonly Row[], delimiter = ','): string =>
  rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')

export const csv = (rows: readonly Row[]): Buffer => Buffer.from(csvText(rows))

export async function xlsx(rows: readonly Row[], merged = false): Promise<Buffer> {
  const cells = rows.map((row, r) =>
    row.map((value, c) =>
      value === null
        ? null
        : {
            value,
            ...(value instanceof Date && { format: 'yyyy-mm-dd' }),
            ...(merged && r === 1 && c === 0 && { rowSpan: 2 }),
          },
    ),
  )
  return writeXlsxFile(cells).toBuffer()
}

/** A compound of so many homes, each with its owner. */
export const manyHomes = (count: number): Cell[][] =>
  Array.from({ length: count }, (_, i) => [
    `${Math.floor(i / 100) + 1}栋`,
    `${(Math.floor(i / 50) % 2) + 1}单元`,
    `${Math.floor((i % 50) / 2) + 1}0${(i % 2) + 1}`,
    '住宅',
    86.5,
    '业主',
    `业主${i}`,
    `139${String(i).padStart(8, '0')}`,
    '2019-05-01',
    '',
  ])

/** A home of one building and its owner. */
export const ownerLine = (number: string, name: string, phone = '', area: Cell = '86.50'): Cell[] => [
  '9栋',
  '1单元',
  number,
  '住宅',
  area,
  '业主',
  name,
  phone,
  '2019-05-01',
  '',
]
