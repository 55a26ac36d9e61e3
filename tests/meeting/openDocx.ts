import { inflateRawSync } from 'node:zlib'

/** One part of the archive, found by its directory at the end as any other program finds it. */
function partOf(file: Buffer, name: string): string {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06'))
  for (let at = file.readUInt32LE(end + 16), left = file.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLong, extraLong, noteLong] = [28, 30, 32].map((k) => file.readUInt16LE(at + k)) as [
      number,
      number,
      number,
    ]
    if (file.toString('utf8', at + 46, at + 46 + nameLong) === name) {
      const local = file.readUInt32LE(at + 42)
      const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
      const bytes = file.subarray(from, from + file.readUInt32LE(at + 20))
      return (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
    }
    at += 46 + nameLong + extraLong + noteLong
  }
  throw new Error(`${name} is not in the file`)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const textOf = (xml: string): string =>
  xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')

/** What Word shows of it: paragraph by paragraph, a row of a table with its cells beside each other. */
export function openDocx(base64: string) {
  const file = Buffer.from(base64, 'base64')
  const lines: string[] = []
  for (const [block] of partOf(file, 'word/document.xml').matchAll(/<w:tr>.*?<\/w:tr>|<w:p>.*?<\/w:p>/gs)) {
    const cells = [...block.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell))
    lines.push(cells.length > 0 ? cells.join(' | ') : textOf(block))
  }
  return { lines, foot: textOf(partOf(file, 'word/footer1.xml')) }
}
