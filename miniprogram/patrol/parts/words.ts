import { sayFindingTitle } from '../../../shared/patrol/says'
import type { FindingOutcome, FindingState, LookOutcome } from '../../../shared/patrol/states'
import { findingStateWords } from '../../../shared/patrol/words'
import type { Tone } from '../../kernel/ui'
import type { ItemOf, Round } from '../kept/round'
import { sayStop } from '../kept/watched'

type Finding = ItemOf<'findings'>

export const findingTones: Record<FindingState, Tone> = {
  watched: 'sun',
  fixed: 'pine',
  whistled: 'vermilion',
  gone: 'quiet',
}
const stateOf: Record<FindingOutcome | LookOutcome, FindingState> = {
  fixed: 'fixed',
  whistled: 'whistled',
  watched: 'watched',
  still: 'watched',
  gone: 'gone',
}

/** How it stands after what was done with it; what has not gone yet says so. */
export function sayOutcome(
  outcome: FindingOutcome | LookOutcome,
  isSent: boolean,
): { tone: Tone; says: string } {
  const state = stateOf[outcome]
  const says = state === 'whistled' && !isSent ? '吹哨' : findingStateWords[state]
  return { tone: findingTones[state], says: isSent ? says : `${says} · 待传` }
}

export const sayFound = ({ words, category }: Pick<Finding, 'words' | 'category'>): string =>
  sayFindingTitle(words ?? null, category)

/** Where it was found: at a checkpoint, and a few words. */
export function sayWhere(
  round: Pick<Round, 'stops'>,
  finding: Pick<Finding, 'checkpointId' | 'spot'>,
): string {
  const stop = round.stops.find((s) => s.checkpointId === finding.checkpointId)
  return [stop && sayStop(stop), finding.spot].filter(Boolean).join(' ')
}
