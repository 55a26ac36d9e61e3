import { meNow } from './session'
import { dropStored, readStored, store } from './storage'

/** What somebody has begun to fill in, kept on the phone until it is sent. Each person finds only their own. */
interface Begun {
  photos?: readonly string[]
}

const listKey = 'drafts'
const listed = (): string[] => readStored<string[]>(listKey) ?? []

const keyOf = (name: string): string | undefined => {
  const personId = meNow.get()?.personId
  return personId === undefined ? undefined : `draft.${name}.${personId}`
}

export function readDraft<T extends object>(name: string): T | undefined {
  const key = keyOf(name)
  return key === undefined ? undefined : readStored<T>(key)
}

/** False when the phone has no room for it. */
export function keepDraft(name: string, value: object): boolean {
  const key = keyOf(name)
  if (key === undefined) return false
  if (!listed().includes(key) && !store(listKey, [...listed(), key])) return false
  return store(key, value)
}

/** Names of what I have begun, of those that begin so. */
export function draftsNamed(start: string): string[] {
  const end = keyOf('')?.slice('draft.'.length) ?? ''
  return listed()
    .filter((key) => key.startsWith(`draft.${start}`) && key.endsWith(end))
    .map((key) => key.slice('draft.'.length, -end.length))
}

function drop(keys: readonly string[]): void {
  for (const key of keys) dropStored(key)
  store(
    listKey,
    listed().filter((key) => !keys.includes(key)),
  )
}

export const dropDraft = (name: string): void => dropDrafts([name])

export function dropDrafts(names: readonly string[]): void {
  const keys = names.flatMap((name) => keyOf(name) ?? []).filter((key) => listed().includes(key))
  if (keys.length > 0) drop(keys)
}

export const dropAllDrafts = (): void => drop(listed())

/** Photos that a draft of anybody still holds. */
export const photosInDrafts = (): string[] =>
  listed().flatMap((key) => [...(readStored<Begun>(key)?.photos ?? [])])
