/** Every legal move of the minutes, on one page. Who may make it, and when, stands in policy.ts. */
export const minutesStates = ['draft', 'open', 'signed', 'published'] as const
export type MinutesState = (typeof minutesStates)[number]

export const minutesActions = [
  'write',
  'strike',
  'open',
  'amend',
  'answerAmendment',
  'sign',
  'redraft',
  'publish',
  'correct',
  'object',
  'answerObjection',
] as const
export type MinutesAction = (typeof minutesActions)[number]

/** Who makes a move: whoever keeps the meeting, who was there, its recorder and chair, or a resident of the circle. */
export type By = 'keeper' | 'attended' | 'signer' | 'resident'

export interface Transition {
  from: readonly MinutesState[]
  /** Where it leads; several where the other signature decides, `same` where it stays. */
  to: readonly MinutesState[] | 'same'
  by: By
}

export const transitions: Record<MinutesAction, Transition> = {
  write: { from: ['draft', 'open'], to: 'same', by: 'keeper' },
  strike: { from: ['draft', 'open'], to: 'same', by: 'keeper' },
  // begins once the meeting begins, as a draft; opened to those who attended
  open: { from: ['draft'], to: ['open'], by: 'keeper' },
  amend: { from: ['open'], to: 'same', by: 'attended' },
  answerAmendment: { from: ['open'], to: 'same', by: 'keeper' },
  // of recorder and chair; the second makes them signed
  sign: { from: ['open'], to: ['open', 'signed'], by: 'signer' },
  // something is still wrong: signatures fall, and those who attended read it anew
  redraft: { from: ['open', 'signed'], to: ['draft'], by: 'keeper' },
  // from here on the text never changes
  publish: { from: ['signed'], to: ['published'], by: 'keeper' },
  correct: { from: ['published'], to: 'same', by: 'keeper' },
  object: { from: ['published'], to: 'same', by: 'resident' },
  answerObjection: { from: ['published'], to: 'same', by: 'keeper' },
}

export const mayMove = (state: MinutesState, action: MinutesAction): boolean =>
  transitions[action].from.includes(state)

export const amendmentAnswers = ['taken', 'declined'] as const
export type AmendmentAnswer = (typeof amendmentAnswers)[number]
