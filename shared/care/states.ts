export const visitOutcomes = ['well', 'needs', 'nobodyHome', 'notWanted'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]
/** What somebody needs: by choices, so that nobody's troubles stand written out. */
export const visitNeeds = [
  'talk',
  'doctor',
  'repair',
  'errand',
  'papers',
  'quarrel',
  'safety',
  'money',
] as const
export type VisitNeed = (typeof visitNeeds)[number]
export const careEndReasons = ['changed', 'asked', 'homeEmpty'] as const
export type CareEndReason = (typeof careEndReasons)[number]
/** Whom the proposal gives a home to: nearest by building. */
export const nearness = ['same', 'neighbour', 'far'] as const
export type Nearness = (typeof nearness)[number]
