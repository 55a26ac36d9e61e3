/** A photo is opened, its file sent straight to the storage, and then made into pictures, or refused. */
export const photoStates = ['opened', 'ready', 'refused'] as const
export type PhotoState = (typeof photoStates)[number]

/** What others may see of it: nothing before a worker has looked, and that can be taken back. */
export const checkStates = ['waiting', 'released', 'withheld'] as const
export type CheckState = (typeof checkStates)[number]
export const verdicts = ['release', 'withhold'] as const
export type Verdict = (typeof verdicts)[number]
export const verdictLeadsTo: Record<Verdict, CheckState> = { release: 'released', withhold: 'withheld' }

/** What a phone may say that it sends; what it really is shows when it is looked at. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Why a photo was refused. */
export const photoReasons = [
  'notAPicture',
  'broken',
  'tooLarge',
  'tooLong',
  'tooSmall',
  'moving',
  'neverCame',
  'forgotten',
] as const
export type PhotoReason = (typeof photoReasons)[number]
