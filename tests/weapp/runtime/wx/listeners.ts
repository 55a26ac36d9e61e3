type Listener = (event: unknown) => void

const listeners = new Map<string, Set<Listener>>()

/** `wx.onX` and `wx.offX` for an event of the phone. */
export function listenable(event: string) {
  return {
    [`on${event}`]: (listener: Listener) => {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    },
    [`off${event}`]: (listener?: Listener) => {
      if (listener) listeners.get(event)?.delete(listener)
      else listeners.delete(event)
    },
  }
}

export function emit(event: string, detail: unknown) {
  for (const listener of listeners.get(event) ?? []) listener(detail)
}
