import type { MeetingState } from '../../shared/meeting/states'
import type { TablableState } from '../../shared/whistle/states'
import { query } from '../kernel/database'

/** To which meeting a whistle may be taken: of its own compound, or of the whole community. */
export const meetingToTable = query<{
  id: string
  title: string
  compound_id: string | null
  state: MeetingState
  items: number
}>(
  'tabling.meeting',
  `select m.id, m.title, m.compound_id, m.state, (select count(*)::int from meeting_item i where i.community_id = m.community_id
     and i.meeting_id = m.id and i.resolution_id is null) as items
   from meeting m where m.community_id = $1 and m.id = $2`,
)
export const itemThere = query<{ id: string; resolution_id: string | null }>(
  'tabling.item',
  'select id, resolution_id from meeting_item where community_id = $1 and meeting_id = $2 and id = $3',
)
/** A new item of the agenda, at its end; one that is there stays as it is. */
export const addTabledItem = query(
  'tabling.addItem',
  `insert into meeting_item (community_id, meeting_id, id, place, title, sent_hash, at)
   select $1, $2, $3, coalesce((select max(place) from meeting_item where community_id = $1 and meeting_id = $2), 0) + 1, $4, $5, $6
   on conflict do nothing`,
)
export const linkTabled = query(
  'tabling.link',
  `insert into meeting_item_whistle (community_id, meeting_id, item_id, whistle_id) values ($1, $2, $3, $4) on conflict do nothing`,
)
export const addTabling = query(
  'tabling.add',
  `insert into tabling (community_id, whistle_id, at, meeting_id, item_id, from_state) values ($1, $2, $3, $4, $5, $6)`,
)
export const openTabling = query<{ meeting_id: string; item_id: string; from_state: TablableState }>(
  'tabling.open',
  `select meeting_id, item_id, from_state from tabling where community_id = $1 and whistle_id = $2 and back_at is null for update`,
)
export const endTabling = query(
  'tabling.end',
  `update tabling set back_at = $3, resolution_id = $4 where community_id = $1 and whistle_id = $2 and back_at is null`,
)
/** What the meeting decided that a whistle waits for. */
export const resolutionThere = query<{ words: string }>(
  'tabling.resolution',
  `select r.words from tabling t join resolution r on r.community_id = t.community_id and r.meeting_id = t.meeting_id
   where t.community_id = $1 and t.whistle_id = $2 and t.back_at is null and r.id = $3`,
)

/** Meetings that a whistle was taken to, and what each decided on it, as far as the reader may see them. */
export interface TabledRow {
  meeting_id: string
  title: string
  starts_at: Date
  resolutions: { resolutionId: string; words: string }[]
}
export const tablingsOf = query<TabledRow>(
  'tabling.of',
  `select t.meeting_id, m.title, m.starts_at, coalesce((select jsonb_agg(jsonb_build_object('resolutionId', r.id, 'words', r.words) order by r.written_at, r.id)
     from resolution r where r.community_id = t.community_id and r.meeting_id = t.meeting_id
       and (r.whistle_id = t.whistle_id or r.item_id = t.item_id or r.id = t.resolution_id)), '[]') as resolutions
   from tabling t join meeting m on m.community_id = t.community_id and m.id = t.meeting_id
   where t.community_id = $1 and t.whistle_id = $2 order by t.at desc`,
)
