/** A check-in belongs to one community. A transfer is a new one that points to the old. */
export const checkinStates = [
  'presented',
  'returned',
  'accepted',
  'confirmed',
  'transferred',
  'ended',
  'withdrawn',
] as const
export type CheckinState = (typeof checkinStates)[number]

/** inService comes with a unit's slip; noOffice (无职党员) is registered by the community itself. */
export const checkinKinds = ['inService', 'noOffice'] as const
export type CheckinKind = (typeof checkinKinds)[number]

export const checkinActions = ['again', 'takeBack', 'accept', 'return', 'confirm', 'moveOut', 'end'] as const
export type CheckinAction = (typeof checkinActions)[number]

interface Move {
  from: readonly CheckinState[]
  to: CheckinState
  by: 'member' | 'worker' | 'liaison' | 'newCommunity'
}
/** Every legal move; Postgres holds the same (checkin_moves). */
export const checkinMoves: Record<CheckinAction, Move> = {
  again: { from: ['returned'], to: 'presented', by: 'member' },
  takeBack: { from: ['presented', 'returned'], to: 'withdrawn', by: 'member' },
  accept: { from: ['presented'], to: 'accepted', by: 'worker' },
  return: { from: ['presented'], to: 'returned', by: 'worker' },
  confirm: { from: ['accepted'], to: 'confirmed', by: 'liaison' },
  moveOut: { from: ['accepted', 'confirmed'], to: 'transferred', by: 'newCommunity' },
  end: { from: ['accepted', 'confirmed'], to: 'ended', by: 'worker' },
}

/** Accepted by a community that they have not left. */
export const isLive = (state: CheckinState): boolean => state === 'accepted' || state === 'confirmed'

/** What the member does next, one act at a time; `wait` waits for the community. */
export const nextActs = ['consent', 'present', 'again', 'wait', 'serve'] as const
export type NextAct = (typeof nextActs)[number]

export const endReasons = ['movedAway', 'asked', 'mistaken', 'other'] as const
export type EndReason = (typeof endReasons)[number]

export const skills = [
  'medical',
  'legal',
  'teaching',
  'mediation',
  'repair',
  'electric',
  'computer',
  'culture',
  'sports',
  'writing',
  'finance',
  'nursing',
  'fireSafety',
] as const
export type Skill = (typeof skills)[number]

export const interests = [
  'elderly',
  'children',
  'disabled',
  'environment',
  'safety',
  'greening',
  'culture',
  'mediation',
  'publicity',
  'meetings',
] as const
export type Interest = (typeof interests)[number]

export const freeTimes = [
  'workdayDay',
  'workdayEvening',
  'restMorning',
  'restAfternoon',
  'restEvening',
] as const
export type FreeTime = (typeof freeTimes)[number]

/** The consent's words stand in `words.ts`; new words are a new version and are asked for again. */
export const consentVersion = 1
