import type { MinutesState } from '../../shared/minutes/states'
import { query } from '../kernel/database'

/** The minutes of a meeting, with what the rules need to know beside them. */
export interface MinutesRow {
  state: MinutesState
  amend_until: Date | null
  recorder_signed_at: Date | null
  chair_signed_at: Date | null
  published_at: Date | null
  year: number | null
  number: number | null
  amendments_open: number
  resident: boolean
}
export const minutesOf = query<MinutesRow>(
  'minutes.get',
  `select n.state, n.amend_until, n.recorder_signed_at, n.chair_signed_at, n.published_at, n.year, n.number,
     (select count(*)::int from minutes_amendment a where a.community_id = n.community_id and a.meeting_id = n.meeting_id
       and a.decision is null) as amendments_open,
     is_resident_of(n.community_id, n.meeting_id) as resident
   from minutes n where n.community_id = $1 and n.meeting_id = $2`,
)

export interface EntryRow {
  item_id: string
  place: number
  title: string
  words: string
  restricted: string | null
  revision: number
  changed_by: string
  changed_name: string | null
}
const entries = `select e.item_id, e.place, e.title, e.words, e.restricted, e.revision, e.changed_by, p.name as changed_name
  from minutes_entry e left join person p on p.id = e.changed_by where e.community_id = $1 and e.meeting_id = $2`
export const entriesOf = query<EntryRow>('minutes.entries', `${entries} order by e.place, e.item_id`)
export const entryById = query<EntryRow>('minutes.entry', `${entries} and e.item_id = $3`)
export const countEntries = query<{ entries: number }>(
  'minutes.countEntries',
  'select count(*)::int as entries from minutes_entry where community_id = $1 and meeting_id = $2',
)
export const addEntry = query(
  'minutes.addEntry',
  `insert into minutes_entry (community_id, meeting_id, item_id, place, title, words, restricted, revision, changed_by, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)`,
)
export const changeEntry = query(
  'minutes.changeEntry',
  `update minutes_entry set place = $4, title = $5, words = $6, restricted = $7, revision = revision + 1, changed_by = $8, changed_at = $9
   where community_id = $1 and meeting_id = $2 and item_id = $3`,
)
export const dropEntry = query(
  'minutes.dropEntry',
  'delete from minutes_entry where community_id = $1 and meeting_id = $2 and item_id = $3',
)

export const setMinutes = {
  open: query(
    'minutes.setOpen',
    `update minutes set state = 'open', opened_at = $3, amend_until = $4 where community_id = $1 and meeting_id = $2`,
  ),
  recorderSigned: query(
    'minutes.setRecorderSigned',
    'update minutes set state = $3, recorder_signed_by = $4, recorder_signed_at = $5 where community_id = $1 and meeting_id = $2',
  ),
  chairSigned: query(
    'minutes.setChairSigned',
    'update minutes set state = $3, chair_signed_by = $4, chair_signed_at = $5 where community_id = $1 and meeting_id = $2',
  ),
  draft: query(
    'minutes.setDraft',
    `update minutes set state = 'draft', opened_at = null, amend_until = null, recorder_signed_by = null, recorder_signed_at = null,
       chair_signed_by = null, chair_signed_at = null where community_id = $1 and meeting_id = $2`,
  ),
  published: query(
    'minutes.setPublished',
    `update minutes set state = 'published', published_at = $3, year = $4, number = $5 where community_id = $1 and meeting_id = $2`,
  ),
}
