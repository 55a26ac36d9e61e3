import type { EndpointName, Input } from '../../shared/contract'
import { call, Offline, Refusal } from './api'
import { somethingChanged } from './fresh'
import { online } from './network'
import { meNow } from './session'
import { readStored, store } from './storage'
import { makeStore, useStore } from './store'

/** Something made without signal. The id minted on the phone lies in the input, so sending twice makes it once. */
export interface Waiting {
  id: string
  personId: string
  name: EndpointName
  input: Record<string, unknown>
  label: string
  madeAt: string
  /** What the server said when it did not take it; such an item waits for the person, not for the signal. */
  refusal?: string
}

const key = 'queue'
const all = makeStore<readonly Waiting[]>(readStored<Waiting[]>(key) ?? [])
let sending: Promise<void> | undefined

function keep(items: readonly Waiting[]): void {
  store(key, items)
  all.set(items)
}

export function enqueue<N extends EndpointName>(made: {
  name: N
  input: Input<N> & { id: string }
  label: string
}): void {
  const personId = meNow.get()?.personId
  if (personId === undefined) return
  if (all.get().some((w) => w.id === made.input.id)) return
  keep([
    ...all.get(),
    { ...made, input: { ...made.input }, id: made.input.id, personId, madeAt: new Date().toISOString() },
  ])
}

export const dropWaiting = (id: string): void => keep(all.get().filter((w) => w.id !== id))

async function sendAll(): Promise<void> {
  const mine = meNow.get()?.personId
  for (const item of all.get().filter((w) => w.personId === mine && w.refusal === undefined)) {
    if (!all.get().some((w) => w.id === item.id)) continue
    try {
      await call(item.name, item.input as Input<typeof item.name>)
      dropWaiting(item.id)
      somethingChanged()
    } catch (reason) {
      // without signal, signed out, or the server itself in trouble: it keeps its place and goes later
      if (reason instanceof Offline) return
      if (
        !(reason instanceof Refusal) ||
        reason.status === 401 ||
        reason.status >= 500 ||
        reason.status === 429
      )
        return
      keep(all.get().map((w) => (w.id === item.id ? { ...w, refusal: reason.message } : w)))
    }
  }
}

/** Sends what waits, in order, one at a time; a call while one is under way joins it. */
export function sendWaiting(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = undefined
  })
  return sending
}

/** One that was refused, sent again because the person asked for it. */
export function sendAgain(id: string): Promise<void> {
  keep(all.get().map((w) => (w.id === id ? { ...w, refusal: undefined } : w)))
  return sendWaiting()
}

export function dropAllWaiting(): void {
  keep([])
}

/** Called once when the app starts: whatever waits goes when the signal is back. */
export function watchQueue(): void {
  online.listen(() => {
    if (online.get()) void sendWaiting()
  })
}

export interface Queue {
  items: readonly Waiting[]
  send(): Promise<void>
  sendAgain(id: string): Promise<void>
  drop(id: string): void
}

export function useQueue(): Queue {
  const items = useStore(all)
  const me = useStore(meNow)
  return {
    items: items.filter((w) => w.personId === me?.personId),
    send: sendWaiting,
    sendAgain,
    drop: dropWaiting,
  }
}
