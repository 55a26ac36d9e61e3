import Taro from '@tarojs/taro'
import { uuidv7 } from '../../shared/kernel/ids'

const perId = 10
const poolBytes = 640

// The phone hands out random bytes only later, so a pool is filled ahead and callers need not wait.
let pool: Uint8Array = new Uint8Array(0)
let used = 0
let filling = false

function fromBrowser(): Uint8Array | undefined {
  return process.env.TARO_ENV === 'h5'
    ? globalThis.crypto.getRandomValues(new Uint8Array(poolBytes))
    : undefined
}

function take(bytes: Uint8Array): void {
  pool = bytes
  used = 0
}

/** Called once when the app starts, and again whenever the pool runs low. */
export function fillIdPool(): void {
  const bytes = fromBrowser()
  if (bytes) take(bytes)
  if (bytes || filling) return
  filling = true
  Taro.getRandomValues({
    length: poolBytes,
    success: (answer) => take(new Uint8Array(answer.randomValues)),
    complete: () => {
      filling = false
    },
  })
}

function tenBytes(): Uint8Array {
  if (pool.length - used < perId) fillIdPool()
  if (pool.length - used >= perId) {
    used += perId
    return pool.slice(used - perId, used)
  }
  // An old base library may have no random source of its own. The id only has to be new: it opens nothing.
  return Uint8Array.from({ length: perId }, () => Math.floor(Math.random() * 256))
}

/** A new id for something created on this phone. */
export function newId(): string {
  const id = uuidv7(Date.now(), tenBytes())
  if (pool.length - used < perId * 8) fillIdPool()
  return id
}
