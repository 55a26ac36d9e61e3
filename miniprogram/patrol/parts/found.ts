import { useEffect, useState } from 'react'
import { faultOfFinding } from '../../../shared/patrol/policy'
import type { FindingOutcome } from '../../../shared/patrol/states'
import { patrolRefusals } from '../../../shared/patrol/words'
import { type Category, guessUrgency } from '../../../shared/whistle/categories'
import { whistleRefusals } from '../../../shared/whistle/words'
import { dropDraft, keepDraft, readDraft } from '../../kernel/draft'
import { newId } from '../../kernel/ids'
import { dropPhotos, photoOf } from '../../kernel/photos'
import { type ItemOf, itemsOf, type Round, timeIn } from '../kept/round'
import { keepInRound } from '../kept/send'
import { noRoom } from './tick'

/** A finding as far as it is told; kept so that a repair may lie between its first photo and its last. */
export interface Found {
  id: string
  roundId: string
  category: Category
  checkpointId: string
  spot: string
  words: string
  /** Undefined: as the words make one think. */
  danger?: boolean
  before: readonly string[]
  after: readonly string[]
  /** All of them, for whoever clears away what nobody names. */
  photos: readonly string[]
}

const draftName = 'found'
const isBegun = ({ words, photos }: Found): boolean => words.trim() !== '' || photos.length > 0

/** Where the worker stands: at what was ticked last, else at what comes first. */
function standsAt(round: Round): string {
  const ticks = itemsOf(round, 'ticks')
  return ticks[ticks.length - 1]?.checkpointId ?? round.stops[0]?.checkpointId ?? ''
}

const blank = (round: Round, category: Category): Found => ({
  ...{ id: newId(), roundId: round.roundId, category, checkpointId: standsAt(round) },
  ...{ spot: '', words: '', before: [], after: [], photos: [] },
})

/** What was begun in this round, if it was not kept after all before the app was closed. */
function begun(round: Round): Found | undefined {
  const found = readDraft<Found>(draftName)
  if (!found || found.roundId !== round.roundId || !isBegun(found)) return undefined
  if (round.entries.some((e) => e.item.id === found.id)) return undefined
  const here = (keys: readonly string[]) => keys.filter((key) => photoOf(key))
  return { ...found, before: here(found.before), after: here(found.after), photos: here(found.photos) }
}
export const hasBegun = (round: Round): boolean => begun(round) !== undefined

type PhotosOf = 'before' | 'after'

export function useFound(round: Round, category: Category) {
  const [found, setFound] = useState(() => begun(round) ?? blank(round, category))
  const [isFromBefore, setFromBefore] = useState(() => isBegun(found))
  useEffect(() => {
    if (isBegun(found)) keepDraft(draftName, found)
    else dropDraft(draftName)
  }, [found])
  return {
    found,
    isFromBefore: isFromBefore && isBegun(found),
    change: (changes: Partial<Found>) => setFound((was) => ({ ...was, ...changes })),
    changePhotos: (of: PhotosOf, next: (was: readonly string[]) => readonly string[]) =>
      setFound((was) => {
        const now = { ...was, [of]: next(was[of]) }
        return { ...now, photos: [...now.before, ...now.after] }
      }),
    clear() {
      dropPhotos(found.photos)
      setFromBefore(false)
      setFound(blank(round, category))
    },
  }
}

export const isDanger = ({ danger, words, category }: Found): boolean =>
  danger ?? guessUrgency(words, category) === 'danger'

const idsOf = (keys: readonly string[]): string[] => keys.map((key) => photoOf(key)?.id ?? key)

function itemOf(found: Found, outcome: FindingOutcome, at: string): ItemOf<'findings'> {
  const [words, spot] = [found.words.trim(), found.spot.trim()]
  const { id, category, checkpointId, before, after } = found
  return {
    ...{ id, at, category, checkpointId, outcome },
    ...(words && { words }),
    ...(spot && { spot }),
    ...(outcome === 'whistled' && isDanger(found) && { urgency: 'danger' }),
    ...(before.length > 0 && { before: idsOf(before) }),
    ...(after.length > 0 && { after: idsOf(after) }),
  }
}

/** Why it cannot be kept, as a sentence; undefined once it is. */
export function keepFound(round: Round, found: Found, outcome: FindingOutcome): string | undefined {
  const item = itemOf(found, outcome, timeIn(round))
  const fault = faultOfFinding(item)
  if (fault === 'nothing_said') return whistleRefusals.nothing_said.says
  if (fault) return patrolRefusals[fault].says
  if (!keepInRound(round.roundId, { kind: 'findings', item }, found.photos)) return noRoom
  dropDraft(draftName)
  return undefined
}
