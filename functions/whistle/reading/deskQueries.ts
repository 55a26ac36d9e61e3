import type { DispatchState, PartyKind, WhistleState } from '../../../shared/whistle/states'
import { query } from '../../kernel/database'

export interface DeskDispatchRow {
  id: string
  kind: PartyKind
  party_id: string
  lead: boolean
  state: DispatchState
  whistle_state: WhistleState
  taken_by: string | null
}
const dispatchOnDesk = `select d.id, d.kind, d.party_id, d.lead, d.state, w.state as whistle_state, d.taken_by
   from dispatch d join whistle w on w.community_id = d.community_id and w.id = d.whistle_id
   where d.community_id = $1 and d.whistle_id = $2 and d.id = $3`

export const dispatchById = query<DeskDispatchRow>('whistle.dispatchById', dispatchOnDesk)
/** Held until the step is done, so that two who take one come one after the other. */
export const dispatchForUpdate = query<DeskDispatchRow>(
  'whistle.dispatchForUpdate',
  `${dispatchOnDesk} for update of d`,
)
export const colleaguesOf = query<{ person_id: string; name: string }>(
  'whistle.colleagues',
  'select * from desk_colleagues($1, $2)',
)
export const setTaken = query(
  'whistle.setTaken',
  'update dispatch set taken_by = $3 where community_id = $1 and id = $2',
)
/** What the caller reported under an id before: asked after the dispatch is held, so that the same one sent twice finds itself. */
export const reportedBefore = query<{ words: string | null; photos: string[] }>(
  'whistle.reportedBefore',
  `select n.words, array(select p.photo_id from whistle_photo p where p.community_id = r.community_id and p.entry_id = r.id order by p.place) as photos
   from record r join whistle_note n on n.community_id = r.community_id and n.entry_id = r.id
   where r.community_id = $1 and r.subject_id = $2 and r.action = 'whistle.reported' and r.actor_id = (select me()) and r.after ->> 'reportId' = $3`,
)
