import type { TieKind } from '../home/contract'
import type { NumberedLine } from './clashes'
import type { RollTie } from './rules'

export interface PresentTie {
  id: string
  homeId: string
  kind: TieKind
  name: string | null
  phone: string | null
  from: string
  to: string | null
  /** Somebody has signed in as this one: the number is theirs to change. */
  bound: boolean
}

export interface TieMatch {
  tie: PresentTie
  changes: boolean
  takesPhone: boolean
}

type Likeness = (told: RollTie, tie: PresentTie) => boolean

const samePhone: Likeness = (told, tie) => told.phone !== null && told.phone === tie.phone
const sameName: Likeness = (told, tie) => told.name === tie.name
// two may share a phone, and one may change it: whoever fits best is taken first
const likenesses: readonly Likeness[] = [
  (told, tie) => samePhone(told, tie) && sameName(told, tie),
  sameName,
  samePhone,
]

/** Which tie of a home each line means, by its number; a later or an earlier stay is another tie. */
export function tieOf(lines: readonly NumberedLine[], ties: readonly PresentTie[]): Map<number, TieMatch> {
  const matches = new Map<number, TieMatch>()
  const left = new Set(ties)
  for (const alike of likenesses)
    for (const { line, tie: told } of lines) {
      if (told === null || matches.has(line)) continue
      const [best] = [...left]
        .filter((tie) => tie.kind === told.kind && alike(told, tie) && overlaps(told, tie))
        .sort(byLikelihood(told))
      if (!best) continue
      left.delete(best)
      matches.set(line, { tie: best, changes: changes(told, best), takesPhone: takesPhone(told, best) })
    }
  return matches
}

const overlaps = (told: RollTie, tie: PresentTie): boolean =>
  (told.from === null || tie.to === null || told.from <= tie.to) && (told.to === null || told.to >= tie.from)

const takesPhone: Likeness = (told, tie) => told.phone !== null && told.phone !== tie.phone && !tie.bound

const changes: Likeness = (told, tie) =>
  !sameName(told, tie) ||
  takesPhone(told, tie) ||
  (told.from !== null && told.from !== tie.from) ||
  (told.to !== null && told.to !== tie.to)

/** One that says the same already comes first, then one that goes on, then the latest. */
const byLikelihood = (told: RollTie) => (a: PresentTie, b: PresentTie) =>
  Number(changes(told, a)) - Number(changes(told, b)) ||
  Number(a.to !== null) - Number(b.to !== null) ||
  (a.from === b.from ? 0 : a.from < b.from ? 1 : -1) ||
  (a.id < b.id ? -1 : 1)
