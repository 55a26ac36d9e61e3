/** Whom a line about a patrol concerns; the record itself tells them (migration 0017 says the same, held together by a test). */
export const patrolAudienceOf = {
  'patrol.added': ['walkers'],
  'patrol.changed': ['walkers'],
  'patrol.missed': ['workers', 'walkers'],
} as const satisfies Record<string, readonly ('workers' | 'walkers')[]>
