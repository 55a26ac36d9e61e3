import { readStored, store } from './storage'

/** How far the phone's clock is off, as it was when the server last told its own. */
interface Noted {
  told: string
  offMs: number
}
const keyOf = (what: string) => `clock.${what}`

/** An answer that was not seen before has just come: phones' clocks are wrong, and codes go by the server's. */
export function noteServerTime(what: string, told: string, now: Date): void {
  if (readStored<Noted>(keyOf(what))?.told === told) return
  store(keyOf(what), { told, offMs: Date.parse(told) - now.getTime() })
}

/** What time it is for the server, by the phone's clock set right; also without signal and after a restart. */
export const serverTime = (what: string, now: Date): Date =>
  new Date(now.getTime() + (readStored<Noted>(keyOf(what))?.offMs ?? 0))
