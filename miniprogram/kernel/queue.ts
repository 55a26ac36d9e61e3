import type { EndpointName, Input } from '../../shared/contract'
import { call, Offline, Refusal } from './api'
import { dropAllDrafts, photosInDrafts } from './draft'
import { somethingChanged } from './fresh'
import { online } from './network'
import { clearPhotosExcept, dropPhotos } from './photos/keep'
import { doubtPhotos, PhotoTrouble, sendPhotos, stopSendingPhotos } from './photos/send'
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
  /** Photos kept on this phone, which are sent first; their ids then go along as `photoIds`. */
  photos?: readonly string[]
  /** What the server said when it did not take it; such an item waits for the person, not for the signal. */
  refusal?: string
  /** The one of the photos that was not taken. */
  refusedPhoto?: string
}

/**
 * What is kept elsewhere on the phone and goes in many messages, as a round does: one line of the queue stands for all
 * of it.
 */
export interface Errand {
  /** Sends whatever is left. False: the rest goes another time. */
  run(id: string, isStopped: () => boolean): Promise<boolean>
  /** The person does not want it any more. */
  drop(id: string): void
}
const errands: Partial<Record<EndpointName, Errand>> = {}
export const runErrands = (name: EndpointName, errand: Errand): void => {
  errands[name] = errand
}

const key = 'queue'
const all = makeStore<readonly Waiting[]>(readStored<Waiting[]>(key) ?? [])
const isSending = makeStore(false)
let sending: Promise<void> | undefined
let isStopped = false

function keep(items: readonly Waiting[]): boolean {
  all.set(items)
  return store(key, items)
}

const isThere = (id: string): boolean => all.get().some((w) => w.id === id)
const change = (id: string, changes: Partial<Waiting>): boolean =>
  keep(all.get().map((w) => (w.id === id ? { ...w, ...changes } : w)))

function add(item: Pick<Waiting, 'id' | 'name' | 'input' | 'label' | 'photos'>): boolean {
  const personId = meNow.get()?.personId
  if (personId === undefined) return false
  if (isThere(item.id)) return true
  const before = all.get()
  if (keep([...before, { ...item, personId, madeAt: new Date().toISOString() }])) return true
  keep(before)
  return false
}

/** Why it was not taken; undefined while it has only not been sent. */
export const refusalOf = (id: string): string | undefined => all.get().find((w) => w.id === id)?.refusal

/** False when the phone has no room for it: then it must not be said that it will be sent. */
export const enqueue = <N extends EndpointName>(made: {
  name: N
  input: Input<N> & { id: string }
  label: string
  photos?: readonly string[]
}): boolean => add({ ...made, input: { ...made.input }, id: made.input.id })

/** A line for what is kept elsewhere; its errand is run when its turn comes, anew where there is news of it. */
export function enqueueErrand(name: EndpointName, id: string, label: string): boolean {
  if (all.get().some((w) => w.id === id && w.refusal !== undefined))
    change(id, { refusal: undefined, refusedPhoto: undefined })
  return add({ name, id, input: {}, label })
}

function leave(id: string): void {
  const photos = all.get().find((w) => w.id === id)?.photos ?? []
  keep(all.get().filter((w) => w.id !== id))
  dropPhotos(photos)
}

export function dropWaiting(id: string): void {
  const item = all.get().find((w) => w.id === id)
  for (const photo of item?.photos ?? []) stopSendingPhotos(photo)
  leave(id)
  if (item) errands[item.name]?.drop(id)
}

// of these the person need know nothing: time alone, or the next try, mends them
const passing = ['too_often', 'busy', 'upload_expired', 'stopped']

/** Without signal, signed out, or the server itself in trouble: it keeps its place and goes later. */
export const goesLater = (reason: unknown): boolean =>
  reason instanceof Offline ||
  !(reason instanceof Refusal) ||
  reason.status === 401 ||
  reason.status >= 500 ||
  passing.includes(reason.code)

/** False: what is left of it goes another time. */
async function sendOne({ id, name, input, photos = [] }: Waiting): Promise<boolean> {
  const errand = errands[name]
  if (errand) {
    const isDone = await errand.run(id, () => isStopped)
    if (isDone) leave(id)
    return isDone
  }
  const photoIds = photos.length > 0 ? await sendPhotos(photos, String(input.communityId)) : undefined
  // thought better of while the photos were under way
  if (!isThere(id)) return true
  await call(name, { ...input, ...(photoIds && { photoIds }) } as Input<typeof name>)
  leave(id)
  somethingChanged()
  return true
}

/** In order; but an errand may be long, so what goes in one message goes before it. */
function nextToSend(): Waiting | undefined {
  const mine = meNow.get()?.personId
  const ready = all.get().filter((w) => w.personId === mine && w.refusal === undefined)
  return ready.find((w) => !errands[w.name]) ?? ready[0]
}

async function sendAll(): Promise<void> {
  try {
    await sendInTurn()
  } finally {
    // at once: what is put in from now on begins anew
    sending = undefined
    isSending.set(false)
  }
}

async function sendInTurn(): Promise<void> {
  for (let item = nextToSend(); item && !isStopped; item = nextToSend()) {
    try {
      if (!(await sendOne(item))) return
    } catch (reason) {
      if (goesLater(reason)) return
      const { message, code } = reason as Refusal
      if (code === 'photo_unknown') doubtPhotos(item.photos ?? [])
      change(item.id, {
        refusal: message,
        ...(reason instanceof PhotoTrouble ? { refusedPhoto: reason.key } : {}),
      })
    }
  }
}

/** Sends what waits, in order, one at a time; a call while one is under way joins it. */
export function sendWaiting(): Promise<void> {
  if (sending) return sending
  isStopped = false
  isSending.set(true)
  sending = Promise.resolve().then(sendAll)
  return sending
}

/** Ends the sending; what was not sent keeps its place. */
export function stopSending(): void {
  isStopped = true
  stopSendingPhotos()
}

/** One that was refused, sent again because the person asked for it. */
export function sendAgain(id: string): Promise<void> {
  change(id, { refusal: undefined, refusedPhoto: undefined })
  return sendWaiting()
}

/** The same without the photo that was not taken. */
export function sendWithoutPhoto(id: string): Promise<void> {
  const item = all.get().find((w) => w.id === id)
  const bad = item?.refusedPhoto
  if (item && bad !== undefined) {
    change(id, { photos: (item.photos ?? []).filter((photo) => photo !== bad) })
    dropPhotos([bad])
  }
  return sendAgain(id)
}

export function dropAllWaiting(): void {
  stopSending()
  keep([])
  dropAllDrafts()
  clearPhotosExcept([])
}

/** Called once when the app starts: whatever waits goes when the signal is back. */
export function watchQueue(): void {
  clearPhotosExcept([...all.get().flatMap((w) => w.photos ?? []), ...photosInDrafts()])
  online.listen(() => {
    if (online.get()) void sendWaiting()
  })
}

export interface Queue {
  items: readonly Waiting[]
  /** Something is on its way just now. */
  sending: boolean
  send(): Promise<void>
  sendAgain(id: string): Promise<void>
  sendWithoutPhoto(id: string): Promise<void>
  stop(): void
  drop(id: string): void
}

export function useQueue(): Queue {
  const items = useStore(all)
  const me = useStore(meNow)
  return {
    items: items.filter((w) => w.personId === me?.personId),
    sending: useStore(isSending),
    send: sendWaiting,
    sendAgain,
    sendWithoutPhoto,
    stop: stopSending,
    drop: dropWaiting,
  }
}
