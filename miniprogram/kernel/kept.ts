import { dropStored, readStored, store } from './storage'

/** The last good answers, for reading without signal: the newest forty, small ones only. */
const atMost = 40
const largest = 60_000
const indexKey = 'kept'

const storageKey = (key: string) => `kept.${key}`

export const readKept = <T>(key: string): T | undefined => readStored<T>(storageKey(key))

export function keepAnswer(key: string, answer: unknown): void {
  if (JSON.stringify(answer).length > largest) return
  if (!store(storageKey(key), answer)) return
  const others = (readStored<string[]>(indexKey) ?? []).filter((k) => k !== key)
  const keys = [key, ...others]
  for (const old of keys.slice(atMost)) dropStored(storageKey(old))
  store(indexKey, keys.slice(0, atMost))
}

export function forgetKept(): void {
  for (const key of readStored<string[]>(indexKey) ?? []) dropStored(storageKey(key))
  dropStored(indexKey)
}
