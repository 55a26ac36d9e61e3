import { inflateRawSync } from 'node:zlib'

const unpackedBytesAtMost = 48 * 1024 * 1024
const entriesAtMost = 2000

const mark = { file: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 }

/**
 * The XML files of a zip, unpacked no further than a bound: a file of a few kilobytes can hold gigabytes.
 * Throws on whatever is no plain zip.
 */
export function unpackXml(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw new Error('no zip')
  const count = zip.readUInt16LE(end + 10)
  if (count > entriesAtMost) throw new Error('too many files in the zip')
  const files = new Map<string, Buffer>()
  let left = unpackedBytesAtMost
  let at = zip.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (zip.readUInt32LE(at) !== mark.directory) throw new Error('broken directory of a zip')
    const method = zip.readUInt16LE(at + 10)
    const packed = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    if (/\.xml(\.rels)?$/.test(name)) {
      if (files.has(name)) throw new Error('a file twice in a zip')
      const content = inflate(contentOf(zip, zip.readUInt32LE(at + 42), packed), method, left)
      left -= content.length
      files.set(name, content)
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

function contentOf(zip: Buffer, at: number, packed: number): Buffer {
  if (zip.readUInt32LE(at) !== mark.file) throw new Error('broken file in a zip')
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
  if (start + packed > zip.length) throw new Error('cut-off file in a zip')
  return zip.subarray(start, start + packed)
}

function inflate(packed: Buffer, method: number, bytesAtMost: number): Buffer {
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(bytesAtMost, 1) })
  if (method === 0 && packed.length <= bytesAtMost) return packed
  throw new Error('a zip that is packed in another way, or too large')
}

/** The same files as a zip of known size, for a reader that unpacks without a bound. */
export function packPlain(files: ReadonlyMap<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(mark.file, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt32LE(content.length, 22)
    head.writeUInt16LE(nameBytes.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(mark.directory, 0)
    head.copy(entry, 6, 4, 30)
    entry.writeUInt32LE(at, 42)
    parts.push(head, nameBytes, content)
    directory.push(entry, nameBytes)
    at += head.length + nameBytes.length + content.length
  }
  const listed = Buffer.concat(directory)
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(mark.end, 0)
  tail.writeUInt16LE(files.size, 8)
  tail.writeUInt16LE(files.size, 10)
  tail.writeUInt32LE(listed.length, 12)
  tail.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, tail])
}
