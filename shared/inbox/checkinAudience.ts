/**
 * Whom a line about checking in concerns, besides whom it names; the record itself tells them (`checkin_audience_of` of the
 * migrations says the same, held together by a test). liaisons: of the unit. takers: who has the task. fitting: whom it fits by skill
 * and time. choosers: the workers, where they choose who gets a place. carers: who got a home by it.
 */
export const checkinAudienceOf = {
  'slip.reminded': ['liaisons'],
  'checkin.presented': ['workers'],
  'checkin.presentedAgain': ['workers'],
  'checkin.withdrawn': ['workers'],
  'checkin.accepted': ['liaisons'],
  'checkin.disowned': ['workers'],
  'checkin.confirmed': ['member', 'workers'],
  'checkin.transferred': ['workers', 'liaisons'],
  'checkin.ended': ['workers', 'liaisons'],
  'task.added': ['fitting'],
  'task.taken': ['choosers'],
  'task.left': ['workers'],
  'task.closed': ['takers'],
  'task.cancelled': ['takers'],
  'care.accepted': ['carers'],
  'project.offered': ['workers', 'liaisons'],
  'project.changeOffered': ['workers', 'liaisons'],
  'project.agreed': ['workers', 'liaisons'],
  'project.declined': ['workers', 'liaisons'],
  'project.stepped': ['workers', 'liaisons'],
  'project.finished': ['workers', 'liaisons'],
  'serviceRecord.read': ['workers'],
  'serviceRecord.sent': ['liaisons'],
} as const satisfies Record<
  string,
  readonly ('workers' | 'choosers' | 'liaisons' | 'member' | 'takers' | 'fitting' | 'carers')[]
>
