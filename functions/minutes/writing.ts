import type { EntryRow } from './queries'

/** What the other one left, so that whoever comes second sees both and chooses. */
export const aboutOther = (entry: EntryRow) => ({
  who: entry.changed_name ?? '另一位记录人',
  revision: entry.revision,
  title: entry.title,
  words: entry.words,
  restricted: entry.restricted ?? '',
})

interface Said {
  place: number
  title: string
  words: string
  restricted?: string | undefined
}
/** It stands already as it was sent. */
export const isSaid = (entry: EntryRow, said: Said): boolean =>
  entry.place === said.place &&
  entry.title === said.title &&
  entry.words === said.words &&
  entry.restricted === (said.restricted ?? null)
