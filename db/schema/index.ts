export * from './checkins'
export * from './inbox'
export * from './incidents'
export * from './media'
export * from './meetings'
export * from './minutes'
export * from './money'
export * from './patrols'
export * from './people'
export * from './places'
export * from './projects'
export * from './record'
export * from './roll'
export * from './tasks'
export * from './whistles'

/** Tables above communities: without the tenant key at the head of their key, each with a policy of its own. */
export const aboveCommunityTables = [
  'district',
  'subdistrict',
  'community',
  'person',
  'session',
  'organisation',
  'role_grant',
  'reach',
  'pace',
  'calendar_day',
  'calendar_year',
  'consent',
  'slip_roster',
  'slip_roster_line',
  'slip',
  'unit_resource',
] as const
