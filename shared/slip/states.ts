/** A slip is issued once, used once, by one person. That it has expired is told by its day, not by a state. */
export const slipStates = ['issued', 'used', 'voided'] as const
export type SlipState = (typeof slipStates)[number]

/** How a slip stands on a day, as the unit sees it. */
export const slipStands = [
  'waiting',
  'expired',
  'presented',
  'returned',
  'accepted',
  'confirmed',
  'ended',
  'voided',
] as const
export type SlipStand = (typeof slipStands)[number]

/** Days after which the unit is reminded of a slip that nobody has presented. */
export const remindDays = 15
/** Days that a slip is good for, where the unit says nothing else. */
export const goodDays = 90
/** Verifications from one address in a minute. */
export const verifiesAMinute = 20

export const rosterStates = ['opened', 'checking', 'ready', 'refused', 'imported'] as const
export const rosterLinesAtMost = 5_000
export const rosterFileBytes = 5 * 1024 * 1024
