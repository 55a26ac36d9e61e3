// Excel takes a csv for UTF-8 only when it begins with the byte order mark.
const byteOrderMark = '\uFEFF'

/** A cell that begins like a formula would be run by a spreadsheet; it is told apart as text. */
const asText = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

export const writeCsv = (lines: readonly (readonly string[])[]): string =>
  byteOrderMark + lines.map((line) => line.map((cell) => quote(asText(cell))).join(',')).join('\r\n')

/** Only the browser has files to save. */
export function saveCsv(name: string, lines: readonly (readonly string[])[]): void {
  const link = document.createElement('a')
  const address = URL.createObjectURL(new Blob([writeCsv(lines)], { type: 'text/csv;charset=utf-8' }))
  link.href = address
  link.download = `${name}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
