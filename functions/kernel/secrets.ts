import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'
import { uuidv7 } from '../../shared/kernel/ids'
import { settings } from './settings'

const derived = new Map<string, Buffer>()

/** A key for one purpose, derived from the one secret. */
export function keyFor(purpose: string): Buffer {
  const known = derived.get(purpose)
  if (known) return known
  const key = Buffer.from(hkdfSync('sha256', settings().secretKey, '', `shaodao:${purpose}`, 32))
  derived.set(purpose, key)
  return key
}

/** AES-256-GCM: nonce, tag, text. */
export function seal(purpose: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

export function unseal(purpose: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
}

/** Finds a sealed thing again without opening any. */
export const indexOf = (purpose: string, text: string): Buffer =>
  createHmac('sha256', keyFor(`${purpose}-index`))
    .update(text)
    .digest()

export const sealPhone = (phone: string) => ({
  phoneCipher: seal('phone', phone),
  phoneIndex: indexOf('phone', phone),
})
export const openPhone = (cipher: Buffer | null): string | null =>
  cipher === null ? null : unseal('phone', cipher)
/** 138****5678 */
export const mask = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
export const maskPhone = (cipher: Buffer | null): string | null => {
  const phone = openPhone(cipher)
  return phone === null ? null : mask(phone)
}

export const newToken = (): string => randomBytes(32).toString('base64url')
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
export const sign = (purpose: string, text: string): string =>
  createHmac('sha256', keyFor(purpose)).update(text).digest('base64url')

export function sameSecret(given: string, wanted: string): boolean {
  const hash = (s: string) => createHash('sha256').update(s).digest()
  return wanted !== '' && timingSafeEqual(hash(given), hash(wanted))
}

const drawn = Buffer.alloc(4_000)
let left = 0
/** Ten random bytes. They are fetched for many at once: by the piece that costs more than all else about an id. */
function drawTen(): Buffer {
  if (left === 0) {
    randomFillSync(drawn)
    left = drawn.length
  }
  left -= 10
  return drawn.subarray(left, left + 10)
}

let lastMs = 0
let withinMs = 0
/** Ids minted here within one millisecond stand in the order in which they were minted, so the record reads as it happened. */
export function newId(now: Date): string {
  const ms = now.getTime()
  withinMs = ms === lastMs ? (withinMs + 1) % 4096 : 0
  lastMs = ms
  const random = drawTen()
  random.writeUInt16BE(withinMs, 0)
  return uuidv7(ms, random)
}

const codeLetters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** The random part of a printed code: 16 letters of 56, beyond guessing. */
export const newPlaceCode = (): string => {
  let code = ''
  while (code.length < 16)
    for (const b of randomBytes(16)) if (b < 224 && code.length < 16) code += codeLetters[b % 56]
  return code
}
