import type { Input, Output } from '../../../shared/contract'
import { laterOf } from '../../../shared/patrol/policy'
import { dropDrafts, keepDraft, readDraft } from '../../kernel/draft'
import { newId } from '../../kernel/ids'
import { makeOwn } from '../../kernel/own'
import { dropPhotos, photosHere } from '../../kernel/photos/keep'
import { useStore } from '../../kernel/store'

export type Today = Output<'patrol.today'>
export type PlanToday = Today['plans'][number]
export type VersionToday = PlanToday['versions'][number]
export type Stop = VersionToday['checkpoints'][number]
export type Watched = PlanToday['watched'][number]

type Piece = Input<'round.send'>
export const kinds = ['ticks', 'findings', 'looks', 'notes'] as const
export type Kind = (typeof kinds)[number]
export type ItemOf<K extends Kind> = NonNullable<Piece[K]>[number]
/** One thing that came of a round, as it is sent. */
export type Entry = { [K in Kind]: { kind: K; item: ItemOf<K> } }[Kind]
export type Header = Pick<Piece, 'communityId' | 'roundId' | 'planId' | 'versionId' | 'startedAt'>

interface Head extends Header {
  /** By the phone's clock put right. */
  day: string
  plan: string
  where: string
  stops: readonly Stop[]
  watched: readonly Watched[]
  /** So many of its entries have arrived, the first ones. */
  sent: number
  finish?: NonNullable<Piece['finish']>
  finishSent?: boolean
  /** What the server said of the phone's clock. */
  saysClock?: string
  /** Why its photos go another day. */
  saysPhotos?: string
}
export interface Round extends Head {
  entries: readonly Entry[]
}

/** So many entries lie together: each is written down at once, and none makes the phone write all of them again. */
const together = 40
interface Together {
  entries: readonly Entry[]
  /** Names on this phone of the photos that belong to them; so long as they stand here nothing clears them away. */
  photos: readonly string[]
}

const listName = 'rounds'
const headName = (roundId: string) => `round.${roundId}`
const partName = (roundId: string, n: number) => `round.${roundId}.${n}`

function readParts(roundId: string): Together[] {
  const parts: Together[] = []
  for (;;) {
    const part = readDraft<Together>(partName(roundId, parts.length))
    if (!part) return parts
    parts.push(part)
  }
}
const listed = (): string[] => readDraft<{ ids: string[] }>(listName)?.ids ?? []

const all = makeOwn<readonly Round[]>([], () =>
  listed().flatMap((roundId) => {
    const head = readDraft<Head>(headName(roundId))
    return head ? [{ ...head, entries: readParts(roundId).flatMap((part) => part.entries) }] : []
  }),
)

/** Rounds that are under way on this phone, or not wholly sent. */
export const roundsHere = (): readonly Round[] => all.get()
export const useRounds = (): readonly Round[] => useStore(all)
export const roundHere = (roundId: string): Round | undefined => all.get().find((r) => r.roundId === roundId)
export const whenRoundsChange = all.listen

const put = (round: Round): void => {
  const others = all.get()
  all.set(
    others.some((r) => r.roundId === round.roundId)
      ? others.map((r) => (r.roundId === round.roundId ? round : r))
      : [...others, round],
  )
}

/** Undefined when the phone has no room for it. */
export function beginRound(
  { communityId, planId, where }: PlanToday,
  { versionId, name, checkpoints }: VersionToday,
  day: string,
  watched: readonly Watched[],
): Round | undefined {
  const roundId = newId()
  const startedAt = new Date().toISOString()
  const head: Head = {
    ...{ communityId, roundId, planId, versionId, startedAt },
    ...{ day, plan: name, where, stops: checkpoints, watched, sent: 0 },
  }
  if (!keepDraft(headName(roundId), head) || !keepDraft(listName, { ids: [...listed(), roundId] })) {
    dropDrafts([headName(roundId)])
    return undefined
  }
  const round = { ...head, entries: [] }
  put(round)
  return round
}

/** False when the phone has no room for it: then it must not be said that it is kept. */
export function changeRound(roundId: string, change: Partial<Head>): boolean {
  const round = roundHere(roundId)
  if (!round) return false
  const { entries, ...head } = { ...round, ...change }
  if (!keepDraft(headName(roundId), head)) return false
  put({ ...head, entries })
  return true
}

/** The phone's time, but never before what is already written down. */
export const timeIn = ({ startedAt, entries, finish }: Round): string =>
  laterOf(new Date().toISOString(), startedAt, entries[entries.length - 1]?.item.at, finish?.at)

/** Written down at once; false when the phone has no room for it, or the round is over. One that is there is not added again. */
export function addToRound(roundId: string, entry: Entry, photos: readonly string[] = []): boolean {
  const round = roundHere(roundId)
  if (!round || round.finish) return false
  if (round.entries.some((e) => e.item.id === entry.item.id)) return true
  const n = Math.floor(round.entries.length / together)
  const part = readDraft<Together>(partName(roundId, n)) ?? { entries: [], photos: [] }
  const next = { entries: [...part.entries, entry], photos: [...part.photos, ...photos] }
  if (!keepDraft(partName(roundId, n), next)) return false
  put({ ...round, entries: [...round.entries, entry] })
  return true
}

export const countOf = (round: Round, kind: Kind): number =>
  round.entries.reduce((count, entry) => count + (entry.kind === kind ? 1 : 0), 0)

export function finishRound(roundId: string): boolean {
  const round = roundHere(roundId)
  if (!round || round.finish) return false
  const [ticks, findings, looks, notes] = kinds.map((kind) => countOf(round, kind)) as [
    number,
    number,
    number,
    number,
  ]
  return changeRound(roundId, { finish: { at: timeIn(round), ticks, findings, looks, notes } })
}

export const itemsOf = <K extends Kind>(round: Round, kind: K): ItemOf<K>[] =>
  round.entries.flatMap((entry) => (entry.kind === kind ? [entry.item as ItemOf<K>] : []))

/** Checkpoints that were not ticked, in their order. */
export function stopsLeft(round: Round): Stop[] {
  const ticked = new Set(itemsOf(round, 'ticks').map((t) => t.checkpointId))
  return round.stops.filter((stop) => !ticked.has(stop.checkpointId))
}

/** What of it the server does not have yet, without its photos. */
export const unsentOf = ({ entries, sent, finish, finishSent }: Round): number =>
  entries.length - sent + (finish && !finishSent ? 1 : 0)

export const photoIdsOf = (entry: Entry): readonly string[] => {
  if (entry.kind === 'findings') return [...(entry.item.before ?? []), ...(entry.item.after ?? [])]
  return entry.kind === 'looks' ? (entry.item.photoIds ?? []) : []
}
/** Names on this phone of its photos that are still to be sent. */
export function photosLeft(round: Round): string[] {
  const ids = new Set(round.entries.flatMap(photoIdsOf))
  return Object.values(photosHere.get()).flatMap(({ key, id }) => (ids.has(id) ? [key] : []))
}

/** The server has it all, or the person does not want it. */
export function forgetRound(roundId: string): void {
  const round = roundHere(roundId)
  if (round) dropPhotos(photosLeft(round))
  const parts = readParts(roundId).map((_, n) => partName(roundId, n))
  keepDraft(listName, { ids: listed().filter((id) => id !== roundId) })
  dropDrafts([headName(roundId), ...parts])
  all.set(all.get().filter((r) => r.roundId !== roundId))
}
