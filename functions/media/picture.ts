import type { PhotoReason } from '../../shared/media/states'

export interface Picture {
  width: number
  height: number
  whole: Buffer
  thumb: Buffer
}

const wholeSide = 1600
const thumbSide = 480
// what a phone's best camera takes; a picture of one colour can be far larger and still weigh next to nothing
const pixelsAtMost = 50 * 1024 * 1024
const sideAtMost = 16_384
const sideAtLeast = 32
const secondsAtMost = 20

const startsWith = (file: Buffer, latin1: string, at = 0) =>
  file.subarray(at, at + latin1.length).equals(Buffer.from(latin1, 'latin1'))
/** By its first bytes, so that nothing else is ever handed to a decoder. */
const isPhoto = (file: Buffer): boolean =>
  startsWith(file, '\xff\xd8\xff') ||
  startsWith(file, '\x89PNG\r\n\x1a\n') ||
  (startsWith(file, 'RIFF') && startsWith(file, 'WEBP', 8))

/** The two pictures that are kept of a file: upright, and without a word of where and with what it was taken. */
export async function makePicture(file: Buffer): Promise<Picture | { reason: PhotoReason }> {
  if (!isPhoto(file)) return { reason: 'notAPicture' }
  const { default: sharp } = await import('sharp')
  sharp.cache(false) // no picture is read twice
  try {
    // the header alone, whatever it promises
    const { width, height, pages = 1 } = await sharp(file, { limitInputPixels: false }).metadata()
    const reason = judgeSize(width, height) ?? (pages > 1 ? 'moving' : undefined)
    if (reason) return { reason }
    // cameras leave small faults in their files; one that ends early or cannot be read is refused
    const whole = await sharp(file, { failOn: 'error', limitInputPixels: pixelsAtMost, autoOrient: true })
      .timeout({ seconds: secondsAtMost })
      .flatten({ background: '#fff' })
      .resize({ width: wholeSide, height: wholeSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const thumb = await sharp(whole.data)
      .resize({ width: thumbSide, height: thumbSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 72 })
      .toBuffer()
    return { width: whole.info.width, height: whole.info.height, whole: whole.data, thumb }
  } catch {
    return { reason: 'broken' }
  }
}

function judgeSize(width: number, height: number): PhotoReason | undefined {
  if (Math.max(width, height) > sideAtMost && Math.min(width, height) < sideAtMost / 16) return 'tooLong'
  if (width * height > pixelsAtMost || Math.max(width, height) > sideAtMost) return 'tooLarge'
  return Math.min(width, height) < sideAtLeast ? 'tooSmall' : undefined
}
