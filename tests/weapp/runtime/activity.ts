// Whether the mini-program still has something under way. A probe that sees nothing pending and no change for
// a while knows at once that what it waits for will not come.

let pending = 0
let lastChange = performance.now()

// A probe waits five seconds at most, so a timer beyond that, or one that comes round later, is nothing to wait for.
const FORESEEABLE_MS = 5000

export function touch() {
  lastChange = performance.now()
}

/** Marks work as under way until the returned function is called. */
export function begin(): () => void {
  pending += 1
  touch()
  let isOpen = true
  return () => {
    if (!isOpen) return
    isOpen = false
    pending -= 1
    touch()
  }
}

export async function during<T>(work: Promise<T>): Promise<T> {
  const end = begin()
  try {
    return await work
  } finally {
    end()
  }
}

export function quietForMs(): number {
  return pending > 0 ? 0 : performance.now() - lastChange
}

type Callback = (...args: unknown[]) => void

const ends = new Map<number, () => void>()

/** `setTimeout` that counts as activity; the app's scripts get this one. */
export function later(callback: Callback, ms = 0, ...args: unknown[]): number {
  const end = ms > FORESEEABLE_MS ? touch : begin()
  const id = window.setTimeout(() => {
    ends.delete(id)
    try {
      callback(...args)
    } finally {
      end()
    }
  }, ms)
  ends.set(id, end)
  return id
}

export function repeat(callback: Callback, ms = 0, ...args: unknown[]): number {
  const id = window.setInterval(() => callback(...args), ms)
  ends.set(id, ms > FORESEEABLE_MS ? touch : begin())
  return id
}

export function cancel(id: number | undefined) {
  if (id === undefined) return
  window.clearTimeout(id)
  ends.get(id)?.()
  ends.delete(id)
}
