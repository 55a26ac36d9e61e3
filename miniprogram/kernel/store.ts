import { useSyncExternalStore } from 'react'

/** One value that screens listen to. */
export interface Store<T> {
  get(): T
  set(value: T): void
  listen(heard: () => void): () => void
}

export function makeStore<T>(first: T): Store<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const heard of [...listeners]) heard()
    },
    listen(heard) {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.listen, store.get, store.get)
