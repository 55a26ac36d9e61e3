import { sha256 } from '@noble/hashes/sha2'

/** UTF-8 by hand: the mini-program's runtime has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0)!
    // half a pair: as every encoder writes what cannot be written
    if (point >= 0xd800 && point <= 0xdfff) bytes.push(0xef, 0xbf, 0xbd)
    else if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000)
      bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 63),
        0x80 | ((point >> 6) & 63),
        0x80 | (point & 63),
      )
  }
  return Uint8Array.from(bytes)
}

/** SHA-256 over the text's UTF-8 bytes, in hexadecimal: the same on the phone and on the server. */
export const sha256Hex = (text: string): string =>
  Array.from(sha256(utf8(text)), (b) => b.toString(16).padStart(2, '0')).join('')
