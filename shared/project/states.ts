/** offered: one side has agreed; agreed: both; then its steps are taken until it is done, or both give it up. */
export const projectStates = ['offered', 'agreed', 'done', 'declined', 'givenUp'] as const
export type ProjectState = (typeof projectStates)[number]
/** As lists show them: what came to nothing stands together, whoever did not want it. */
export const projectLists = ['offered', 'agreed', 'done', 'notDone'] as const
export type ProjectList = (typeof projectLists)[number]
export const statesIn: Record<ProjectList, readonly ProjectState[]> = {
  offered: ['offered'],
  agreed: ['agreed'],
  done: ['done'],
  notDone: ['declined', 'givenUp'],
}
export const sides = ['unit', 'community'] as const
export type ProjectSide = (typeof sides)[number]
/** What communities need and units have; matched by these. */
export const wantKinds = [
  'venue',
  'volunteers',
  'medical',
  'legal',
  'teaching',
  'repair',
  'culture',
  'goods',
  'jobs',
  'safety',
  'other',
] as const
export type WantKind = (typeof wantKinds)[number]
/** What a set of terms asks for: a project as such, a change of it, or an end without being done. */
export const termsFor = ['begin', 'change', 'giveUp'] as const
export type TermsFor = (typeof termsFor)[number]
