/** Every legal move of a whistle, on one page. Who may make it, and when, stands in policy.ts. */
export const whistleStates = [
  'submitted',
  'needsInfo',
  'accepted',
  'dispatched',
  'responded',
  'resolved',
  'followedUp',
  'closed',
  'reopened',
  'rejected',
  'merged',
  'withdrawn',
  'tabled',
] as const
export type WhistleState = (typeof whistleStates)[number]

export const whistleActions = [
  'submit',
  'join',
  'askBack',
  'answer',
  'accept',
  'reject',
  'merge',
  'withdraw',
  'dispatch',
  'dispute',
  'decideDispute',
  'respond',
  'extend',
  'resolve',
  'followUp',
  'reopen',
  'close',
  'table',
  'untable',
] as const
export type WhistleAction = (typeof whistleActions)[number]

/** Who makes a move: somebody who reported it, the community, the party it was sent to, or the clock. */
export type By = 'reporter' | 'community' | 'party' | 'clock'

export interface Transition {
  from: readonly WhistleState[]
  /** Where it leads; several where the answer decides, `same` where it stays. */
  to: readonly WhistleState[] | 'same'
  by: readonly By[]
}

/** Still being worked on: can be joined, is shown as like, keeps its clocks. */
export const openStates = [
  'submitted',
  'needsInfo',
  'accepted',
  'dispatched',
  'responded',
  'reopened',
  'tabled',
] as const satisfies readonly WhistleState[]
export const isOpen = (state: WhistleState): boolean => (openStates as readonly string[]).includes(state)

/** The clocks stand still here. */
export const pausedStates = ['needsInfo', 'tabled'] as const satisfies readonly WhistleState[]

/** From here a whistle may be taken to a meeting. */
export const tablableStates = [
  'accepted',
  'dispatched',
  'responded',
  'reopened',
] as const satisfies readonly WhistleState[]
export type TablableState = (typeof tablableStates)[number]

export const transitions: Record<WhistleAction, Transition> = {
  submit: { from: [], to: ['submitted'], by: ['reporter', 'community'] },
  join: { from: openStates, to: 'same', by: ['reporter'] },
  askBack: { from: ['submitted'], to: ['needsInfo'], by: ['community'] },
  answer: { from: ['needsInfo'], to: ['submitted'], by: ['reporter', 'community'] },
  accept: { from: ['submitted'], to: ['accepted'], by: ['community'] },
  reject: { from: ['submitted', 'needsInfo', 'accepted'], to: ['rejected'], by: ['community'] },
  merge: { from: ['submitted', 'needsInfo', 'accepted'], to: ['merged'], by: ['community'] },
  withdraw: { from: ['submitted', 'needsInfo', 'accepted'], to: ['withdrawn'], by: ['reporter'] },
  // from dispatched and responded: sent to somebody else
  dispatch: {
    from: ['accepted', 'dispatched', 'responded', 'reopened'],
    to: ['dispatched'],
    by: ['community'],
  },
  dispute: { from: ['dispatched'], to: 'same', by: ['party'] },
  decideDispute: { from: ['dispatched'], to: ['accepted', 'dispatched'], by: ['community'] },
  respond: { from: ['dispatched', 'reopened'], to: ['responded'], by: ['party'] },
  extend: { from: ['dispatched', 'responded', 'reopened'], to: 'same', by: ['party', 'community'] },
  resolve: { from: ['responded'], to: ['resolved'], by: ['party'] },
  followUp: { from: ['resolved'], to: ['followedUp', 'reopened'], by: ['reporter', 'community'] },
  reopen: { from: ['followedUp', 'closed'], to: ['reopened'], by: ['reporter', 'community'] },
  close: { from: ['resolved', 'followedUp'], to: ['closed'], by: ['community', 'clock'] },
  // to a meeting, and back from it to where it was, with what the meeting decided
  table: { from: tablableStates, to: ['tabled'], by: ['community'] },
  untable: { from: ['tabled'], to: tablableStates, by: ['community'] },
}

export const mayMove = (state: WhistleState, action: WhistleAction): boolean =>
  transitions[action].from.includes(state)

/** Groups by which a board and a list are sorted. */
export const boardTabs = ['toAccept', 'nearDue', 'overdue', 'disputed', 'toFollowUp', 'open', 'all'] as const
export type BoardTab = (typeof boardTabs)[number]

export const sources = ['resident', 'patrol', 'property', 'partyMember', 'phone', 'counter', 'box'] as const
export type Source = (typeof sources)[number]
/** Sources that a community worker writes down for somebody else. */
export const intakeSources = ['phone', 'counter', 'box'] as const satisfies readonly Source[]

export const outcomes = ['solved', 'half', 'not'] as const
export type Outcome = (typeof outcomes)[number]

export const partyKinds = ['organisation', 'committee', 'branch'] as const
export type PartyKind = (typeof partyKinds)[number]
/** To whom work is sent: an organisation, or a body of the compound. */
export interface Party {
  kind: PartyKind
  /** The organisation, or the compound whose body it is. */
  partyId: string
}

export const dispatchStates = ['current', 'disputed', 'upheld', 'replaced', 'done'] as const
export type DispatchState = (typeof dispatchStates)[number]
