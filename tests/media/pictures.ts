import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

export interface Drawn {
  width?: number
  height?: number
  /** How it is to be turned, as cameras write it down. */
  orientation?: number
}

/** Left half red, right half blue: what is where shows whether it was turned. */
export function draw({ width = 1200, height = 900, orientation }: Drawn = {}) {
  const half = Math.ceil(width / 2)
  const right = sharp({ create: { width: half, height, channels: 3, background: '#0000ff' } }).png()
  const picture = sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
  return right.toBuffer().then((input) => {
    const drawn = picture.composite([{ input, left: width - half, top: 0 }])
    return orientation ? drawn.withMetadata({ orientation }) : drawn
  })
}
export const jpeg = async (drawn?: Drawn) => (await draw(drawn)).jpeg().toBuffer()
export const png = async (drawn?: Drawn) => (await draw(drawn)).png().toBuffer()
export const webp = async (drawn?: Drawn) => (await draw(drawn)).webp().toBuffer()

/** With where and with what it was taken, and whose it is, as phones write it. */
export async function tellingJpeg(): Promise<Buffer> {
  return sharp(await jpeg())
    .withExif({
      IFD0: { Make: 'Planted', Model: 'Phone of somebody', Artist: 'Somebody', Copyright: 'Somebody' },
      IFD2: { UserComment: 'planted comment' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '29/1 58/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 16/1 0/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><planted/></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
}

export async function movingWebp(): Promise<Buffer> {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 100, height: 100, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, { join: { animated: true } })
    .webp()
    .toBuffer()
}

/** A picture of one colour: of any size, it weighs next to nothing. */
export function plainPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 1 // one bit for each point, of grey
  const lines = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The checksum of a chunk; Node's own came later than the oldest Node that we run on. */
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
