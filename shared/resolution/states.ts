/** Every legal move of a resolution, on one page. Who may make it, and when, stands in policy.ts. */
export const resolutionStates = ['open', 'done', 'dropped'] as const
export type ResolutionState = (typeof resolutionStates)[number]

export const resolutionActions = ['write', 'strike', 'progress', 'finish', 'drop'] as const
export type ResolutionAction = (typeof resolutionActions)[number]

/** Who makes a move: whoever keeps the meeting, the party that does it, or the community. */
export type By = 'keeper' | 'party' | 'community'

export interface Transition {
  from: readonly ResolutionState[]
  to: ResolutionState | 'same'
  by: readonly By[]
}

export const transitions: Record<ResolutionAction, Transition> = {
  // what was decided, until the minutes are published
  write: { from: ['open'], to: 'same', by: ['keeper'] },
  strike: { from: ['open'], to: 'same', by: ['keeper'] },
  progress: { from: ['open'], to: 'same', by: ['party', 'keeper', 'community'] },
  finish: { from: ['open'], to: 'done', by: ['party', 'keeper', 'community'] },
  // it will not be done; why stands beside it
  drop: { from: ['open'], to: 'dropped', by: ['keeper', 'community'] },
}

export const mayMove = (state: ResolutionState, action: ResolutionAction): boolean =>
  transitions[action].from.includes(state)

/** Who does it: the compound's branch or committee, the property company, or the residents of a building or compound. */
export const partyKinds = ['branch', 'committee', 'property', 'residents'] as const
export type PartyKind = (typeof partyKinds)[number]
export interface Party {
  kind: PartyKind
  /** The compound whose body it is, the organisation, or the building or compound whose residents. */
  partyId: string
}

/** Groups by which a board is sorted. */
export const resolutionTabs = ['open', 'overdue', 'done', 'all'] as const
export type ResolutionTab = (typeof resolutionTabs)[number]
