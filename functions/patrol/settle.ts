import { type FindingState, findingStands } from '../../shared/patrol/states'
import { type Loaded, newOf, type Of, type Piece } from './piece'
import type { ToWhistle } from './whistling'

/** A new finding, with where it lies today. */
export interface Found {
  sent: Of<'findings'>
  place: string
  compoundId: string
  buildingId: string | null
}

export function foundNow(piece: Piece, loaded: Loaded): Found[] {
  return newOf(piece, 'findings', loaded).map((sent) => {
    const stop = loaded.stops.find((s) => s.checkpoint_id === sent.checkpointId)
    const at = stop ?? loaded.places[piece.findings!.indexOf(sent)]!
    const parts = stop
      ? [`${stop.place} · ${stop.name}`, sent.spot]
      : [at.now_place, sent.spot && `· ${sent.spot}`]
    return {
      sent,
      place: parts.filter(Boolean).join(' '),
      compoundId: at.now_compound!,
      buildingId: at.now_building,
    }
  })
}

export interface Settled {
  findingId: string
  state: FindingState
  /** How it stood before; of a new one nothing. */
  before: FindingState | undefined
  /** It becomes a whistle now. */
  whistle: ToWhistle | undefined
}

/** How each finding stands that is new or was looked at, with all looks at it, whenever they came. */
export function settle(piece: Piece, loaded: Loaded, found: readonly Found[]): Settled[] {
  const looks = newOf(piece, 'looks', loaded)
  const stands = (findingId: string, outcome: 'fixed' | 'whistled' | 'watched') =>
    findingStands(outcome, [
      ...loaded.looksThere
        .filter((l) => l.finding_id === findingId && l.plan_id === piece.planId)
        .map((l) => ({ lookId: l.id, at: l.at, outcome: l.outcome })),
      ...looks
        .filter((l) => l.findingId === findingId)
        .map((l) => ({ lookId: l.id, at: new Date(l.at), outcome: l.outcome })),
    ])
  const common = { roundId: piece.roundId, kind: loaded.version.kind }
  const fresh = found.map(({ sent, place, compoundId, buildingId }): Settled => {
    const state = stands(sent.id, sent.outcome)
    const { category, urgency = null, words = null } = sent
    const whistle = { ...common, findingId: sent.id, category, urgency, words, place, compoundId, buildingId }
    return {
      findingId: sent.id,
      state,
      before: undefined,
      whistle: state === 'whistled' ? whistle : undefined,
    }
  })
  const lookedAgain = loaded.looked.filter((f) => looks.some((l) => l.findingId === f.id))
  return [
    ...fresh,
    ...lookedAgain.map((f): Settled => {
      const state = f.whistle_id === null ? stands(f.id, f.outcome) : 'whistled'
      const whistle = {
        ...common,
        findingId: f.id,
        category: f.category,
        urgency: f.urgency,
        words: f.words,
        place: f.place,
        compoundId: f.now_compound!,
        buildingId: f.now_building,
      }
      return {
        findingId: f.id,
        state,
        before: f.state,
        whistle: state === 'whistled' && f.whistle_id === null ? whistle : undefined,
      }
    }),
  ]
}
