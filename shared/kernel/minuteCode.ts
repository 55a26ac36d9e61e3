import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'

/** A new code comes each minute; the one before is still good. */
export const codeSeconds = 60
const digits = 6

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))

/** The code of one minute: RFC 6238 over SHA-256. Made of a secret alone, so it goes on without signal. */
function codeOfStep(secret: string, step: number): string {
  const counter = new Uint8Array(8)
  for (let i = 7, rest = step; i >= 0; i--, rest = Math.floor(rest / 256)) counter[i] = rest % 256
  const mac = hmac(sha256, fromHex(secret), counter)
  const at = mac[31]! & 0x0f
  const number = ((mac[at]! & 0x7f) << 24) | (mac[at + 1]! << 16) | (mac[at + 2]! << 8) | mac[at + 3]!
  return String(number % 10 ** digits).padStart(digits, '0')
}
const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / codeSeconds)

/** What the screen of whoever is in charge shows at a moment, and for how many seconds still. */
export const codeAt = (secret: string, at: Date): { code: string; secondsLeft: number } => ({
  code: codeOfStep(secret, stepAt(at)),
  secondsLeft: codeSeconds - (Math.floor(at.getTime() / 1000) % codeSeconds),
})

/** The code of this minute, or the one before: nobody types across a minute in vain. */
export const codeFits = (secret: string, code: string, at: Date): boolean =>
  code === codeOfStep(secret, stepAt(at)) || code === codeOfStep(secret, stepAt(at) - 1)
