import type { Output } from '../../../shared/contract'
import type { Party } from '../../../shared/resolution/states'
import { draftsNamed, dropDraft, keepDraft, readDraft } from '../../kernel/draft'
import { makeStore, useStore } from '../../kernel/store'

export type Minutes = Output<'minutes.get'>
export type Entry = Minutes['entries'][number]
export type Resolution = Minutes['resolutions'][number]

/** How something written here stands to what the server has. */
interface Standing {
  /** Of the server's text that this one was written over; 0 where it has none. */
  revision: number
  /** Still to be sent. */
  waits: boolean
  struck?: boolean
  /** Why the server did not take it; it waits for the person then. */
  refusal?: string
  /** Another recorder took it out meanwhile. */
  gone?: boolean
}

/** One item of the minutes as this phone has it. */
export interface Leaf extends Standing {
  itemId: string
  place: number
  title: string
  words: string
  restricted: string
  /** Another recorder wrote something else meanwhile. */
  clash?: { who: string; revision: number; title: string; words: string; restricted: string }
}

/** One decision as this phone has it. */
export interface Decision extends Standing {
  resolutionId: string
  itemId?: string
  words: string
  party?: Party & { name: string }
  dueOn: string
  votes?: { for: number; against: number; abstained: number }
  whistle?: { whistleId: string; title: string }
  pledge?: { targetFen: number; shareFen?: number; until: string }
  clash?: { who: string; revision: number; words: string }
}

/** What was written on this phone and is not, or not for certain, on the server: kept through every restart. */
export interface Book {
  communityId: string
  meetingId: string
  title: string
  leaves: readonly Leaf[]
  decisions: readonly Decision[]
  /** When it began, or ended, by this phone's clock, while there was no signal. */
  begins?: number
  ends?: number
  refusal?: string
}
export type BookKey = Pick<Book, 'communityId' | 'meetingId' | 'title'>

const prefix = 'minutes.'
// the phone's storage holds the book; this tells the screens that it was written in
const turns = makeStore(0)

export const readBook = (of: BookKey): Book => ({
  leaves: [],
  decisions: [],
  ...readDraft<Book>(prefix + of.meetingId),
  ...of,
})

const isEmpty = ({ leaves, decisions, begins, ends }: Book): boolean =>
  leaves.length === 0 && decisions.length === 0 && begins === undefined && ends === undefined

/** False when the phone has no room for it. */
export function changeBook(of: BookKey, change: (was: Book) => Partial<Book>): boolean {
  const was = readBook(of)
  const next: Book = { ...was, ...change(was) }
  let kept = true
  if (isEmpty(next)) dropDraft(prefix + of.meetingId)
  else kept = keepDraft(prefix + of.meetingId, next)
  turns.set(turns.get() + 1)
  return kept
}

export function useBook(of: BookKey): { book: Book; turn: number } {
  const turn = useStore(turns)
  return { book: readBook(of), turn }
}

/** Books in which something still waits, for the pages that lead to them. */
export function useUnsentBooks(): Book[] {
  useStore(turns)
  return draftsNamed(prefix)
    .flatMap((name) => readDraft<Book>(name) ?? [])
    .filter((book) => waitsIn(book) > 0)
}

const isWhole = (leaf: Leaf): boolean =>
  leaf.struck === true || (leaf.title.trim() !== '' && leaf.words.trim() !== '')
const isFree = ({ waits, refusal, clash, gone }: Standing & { clash?: object }): boolean =>
  waits && refusal === undefined && clash === undefined && gone !== true

/** What can go without the person: whole, not refused, and nobody else's text in its way. */
export const leavesToSend = (book: Book): Leaf[] => book.leaves.filter((l) => isFree(l) && isWhole(l))
export const decisionsToSend = (book: Book): Decision[] =>
  book.decisions.filter((d) => isFree(d) && (d.struck === true || d.party !== undefined))

export const waitsIn = ({ leaves, decisions, begins, ends }: Book): number =>
  leaves.filter((l) => l.waits && isWhole(l)).length +
  decisions.filter((d) => d.waits).length +
  (begins === undefined ? 0 : 1) +
  (ends === undefined ? 0 : 1)

export const withLeaf = ({ leaves }: Book, leaf: Leaf): Pick<Book, 'leaves'> => ({
  leaves: [...leaves.filter((l) => l.itemId !== leaf.itemId), leaf],
})
export const withDecision = ({ decisions }: Book, decision: Decision): Pick<Book, 'decisions'> => ({
  decisions: [...decisions.filter((d) => d.resolutionId !== decision.resolutionId), decision],
})

export const leafOf = (entry: Entry): Leaf => ({
  itemId: entry.itemId,
  place: entry.place,
  title: entry.title,
  words: entry.words,
  restricted: entry.restricted ?? '',
  revision: entry.revision,
  waits: false,
})

export const decisionOf = (r: Resolution): Decision => ({
  resolutionId: r.resolutionId,
  words: r.words,
  party: r.party,
  dueOn: r.dueOn,
  ...(r.votes && { votes: r.votes }),
  ...(r.whistle && { whistle: r.whistle }),
  ...(r.pledge && {
    pledge: {
      targetFen: r.pledge.targetFen,
      ...(r.pledge.shareFen !== null && { shareFen: r.pledge.shareFen }),
      until: r.pledge.until,
    },
  }),
  revision: r.revision,
  waits: false,
})

/** All items in their order: the server's, and over them what was written here. */
export function leavesOf(book: Book, entries: readonly Entry[]): Leaf[] {
  const mine = new Map(book.leaves.map((l) => [l.itemId, l]))
  const others = entries.filter((e) => !mine.has(e.itemId)).map(leafOf)
  return [...others, ...mine.values()].filter((l) => !l.struck).sort((a, b) => a.place - b.place)
}
export function decisionsOf(book: Book, resolutions: readonly Resolution[]): Decision[] {
  const mine = new Map(book.decisions.map((d) => [d.resolutionId, d]))
  const before = resolutions.map((r) => mine.get(r.resolutionId) ?? decisionOf(r))
  const known = new Set(resolutions.map((r) => r.resolutionId))
  return [...before, ...book.decisions.filter((d) => !known.has(d.resolutionId))].filter((d) => !d.struck)
}

/** What the server shows as it was sent need not be kept any longer; undefined where all of it has to stay. */
export function caughtUp(
  book: Book,
  { entries, resolutions }: Pick<Minutes, 'entries' | 'resolutions'>,
): Pick<Book, 'leaves' | 'decisions'> | undefined {
  const at = new Map([
    ...entries.map((e) => [e.itemId, e.revision] as const),
    ...resolutions.map((r) => [r.resolutionId, r.revision] as const),
  ])
  const isOld = (s: Standing, id: string) =>
    !s.waits && s.gone !== true && (s.struck ? !at.has(id) : (at.get(id) ?? -1) >= s.revision)
  const leaves = book.leaves.filter((l) => !isOld(l, l.itemId))
  const decisions = book.decisions.filter((d) => !isOld(d, d.resolutionId))
  const stays = leaves.length === book.leaves.length && decisions.length === book.decisions.length
  return stays ? undefined : { leaves, decisions }
}
