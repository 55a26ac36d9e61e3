import { query } from '../../kernel/database'
import type { OfficeRow } from './face'

export const officesOf = query<OfficeRow>('meeting.offices', 'select * from meeting_offices($1, $2)')
export const movesOf = query<{ from_at: Date; to_at: Date; reason: string; at: Date }>(
  'meeting.moves',
  'select from_at, to_at, reason, at from meeting_move where community_id = $1 and meeting_id = $2 order by at, id',
)
export const countResolutions = query<{ resolutions: number }>(
  'meeting.resolutions',
  'select count(*)::int as resolutions from resolution where community_id = $1 and meeting_id = $2',
)
