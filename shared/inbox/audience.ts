/** Whom a step of a whistle concerns; the record itself tells them (migration 0013 says the same, held together by a test). */
export const audiences = ['reporters', 'first', 'workers', 'party', 'lead', 'officers', 'about'] as const
export type Audience = (typeof audiences)[number]

export const audienceOf = {
  'whistle.submitted': ['workers'],
  'whistle.askedBack': ['reporters'],
  'whistle.answered': ['workers'],
  'whistle.accepted': ['reporters'],
  'whistle.rejected': ['reporters'],
  'whistle.merged': ['reporters'],
  'whistle.withdrawn': ['workers'],
  'whistle.dispatched': ['reporters', 'party'],
  'whistle.disputed': ['workers'],
  'whistle.disputeUpheld': ['party'],
  'whistle.disputeRefused': ['party'],
  'whistle.responded': ['reporters', 'workers'],
  'whistle.extended': ['reporters', 'workers', 'party'],
  'whistle.resolved': ['reporters', 'workers'],
  'whistle.followedUp': ['reporters', 'party'],
  'whistle.reopened': ['reporters', 'workers', 'party'],
  'whistle.closed': ['reporters'],
  'whistle.handedOn': ['about'],
  'whistle.reported': ['lead', 'workers'],
  'whistle.reminded': ['workers', 'party'],
  'whistle.raised': ['workers', 'party', 'officers'],
  'whistle.revealed': ['about'],
  'whistle.surveyAsked': ['first'],
  'whistle.joinedIncident': ['reporters'],
  'whistle.leftIncident': ['reporters'],
  'whistle.incidentAnswered': ['reporters'],
} as const satisfies Record<string, readonly Audience[]>
