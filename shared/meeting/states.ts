/** What kind of meeting it is. The first three are those of 老西门 (SH), the others of TY, HC, EY and CS. */
export const meetingKinds = [
  'threeParty',
  'workingGroup',
  'enlargedBranch',
  'building',
  'courtyard',
  'residents',
  'owners',
  'committee',
  'partyMembers',
  'partyBuilding',
  'other',
] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** Every legal move of a meeting, on one page. Who may make it, and when, stands in policy.ts. */
export const meetingStates = ['planned', 'noticed', 'underWay', 'held', 'notHeld'] as const
export type MeetingState = (typeof meetingStates)[number]

export const meetingActions = [
  'plan',
  'change',
  'addItem',
  'changeItem',
  'dropItem',
  'orderItems',
  'notice',
  'move',
  'callOff',
  'begin',
  'signIn',
  'signInFor',
  'undoSignIn',
  'end',
] as const
export type MeetingAction = (typeof meetingActions)[number]

/** Who makes a move: whoever keeps the meeting (the community, its convener, chair or recorder), or somebody invited. */
export type By = 'keeper' | 'invited'

export interface Transition {
  from: readonly MeetingState[]
  /** Where it leads; `same` where it stays. */
  to: MeetingState | 'same'
  by: By
}

/** Not begun yet. */
export const comingStates = ['planned', 'noticed'] as const satisfies readonly MeetingState[]
const alive = ['planned', 'noticed', 'underWay'] as const satisfies readonly MeetingState[]
const every = [...alive, 'held'] as const satisfies readonly MeetingState[]

export const transitions: Record<MeetingAction, Transition> = {
  plan: { from: [], to: 'planned', by: 'keeper' },
  change: { from: every, to: 'same', by: 'keeper' },
  addItem: { from: alive, to: 'same', by: 'keeper' },
  changeItem: { from: alive, to: 'same', by: 'keeper' },
  dropItem: { from: alive, to: 'same', by: 'keeper' },
  orderItems: { from: alive, to: 'same', by: 'keeper' },
  notice: { from: ['planned'], to: 'noticed', by: 'keeper' },
  // it stays the same meeting: what was prepared, attached and tabled goes with it
  move: { from: comingStates, to: 'same', by: 'keeper' },
  callOff: { from: comingStates, to: 'notHeld', by: 'keeper' },
  begin: { from: comingStates, to: 'underWay', by: 'keeper' },
  // before it was begun too: the recorder may be without signal, the neighbour not
  signIn: { from: alive, to: 'same', by: 'invited' },
  signInFor: { from: every, to: 'same', by: 'keeper' },
  undoSignIn: { from: every, to: 'same', by: 'keeper' },
  end: { from: ['underWay'], to: 'held', by: 'keeper' },
}

export const mayMove = (state: MeetingState, action: MeetingAction): boolean =>
  transitions[action].from.includes(state)

/** Who is invited: everybody of a place, a body, whoever works for an organisation, or somebody by name. */
export const circleKinds = [
  'compound',
  'building',
  'entrance',
  'community',
  'committee',
  'branch',
  'organisation',
  'person',
] as const
export type CircleKind = (typeof circleKinds)[number]
/** Those of which homes are counted. */
export const placeKinds = ['compound', 'building', 'entrance'] as const satisfies readonly CircleKind[]
/** One part of the circle: the place, the compound whose body it is, the community, the organisation or the person. */
export interface CirclePart {
  kind: CircleKind
  ofId: string
}

/** As what somebody was there: of a home, of a body or an organisation, or a guest. */
export const presentAs = ['owner', 'tenant', 'family', 'member', 'guest'] as const
export type PresentAs = (typeof presentAs)[number]
