import type { PartyKind } from '../../shared/whistle/states'
import { query } from '../kernel/database'

export interface PartyRow {
  kind: PartyKind
  party_id: string
  name: string
}

/** To whom work in the whistle's compound can be sent today: who is engaged there, and the compound's own bodies. */
export const partiesOf = query<PartyRow>(
  'dispatch.parties',
  `select 'organisation' as kind, o.id as party_id, o.name from whistle w
   join engagement e on e.community_id = w.community_id and (e.compound_id is null or e.compound_id = w.compound_id)
     and e.from_day <= $3 and (e.to_day is null or e.to_day >= $3)
   join organisation o on o.id = e.organisation_id
   where w.community_id = $1 and w.id = $2
   union
   select b.kind, b.compound_id, b.name from whistle w cross join lateral bodies_of(w.community_id, w.compound_id, $3::date) b
   where w.community_id = $1 and w.id = $2`,
)
export const addDispatch = query(
  'dispatch.add',
  `insert into dispatch (community_id, id, whistle_id, kind, organisation_id, compound_id, name, lead, with_id, at, sent_hash, state)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'current')`,
)
/** What was sent under this id before. */
export const sentUnder = query<{ whistle_id: string; lead: boolean; sent_hash: Buffer }>(
  'dispatch.sentUnder',
  'select whistle_id, lead, sent_hash from dispatch where community_id = $1 and id = $2',
)
/** Of all that is not over: replaced by others, done, or current again. */
export const setDispatches = query(
  'dispatch.set',
  `update dispatch set state = $3, ended_at = $4
   where community_id = $1 and whistle_id = $2 and state in ('current', 'disputed', 'done')`,
)
export const setDispute = query(
  'dispatch.dispute',
  'update dispatch set state = $3 where community_id = $1 and id = $2',
)
/** The lead is freed; what went out with it ends too. */
export const upholdDispute = query(
  'dispatch.uphold',
  `update dispatch set state = case when lead then 'upheld' else 'replaced' end, ended_at = $3
   where community_id = $1 and with_id = $2 and state in ('current', 'disputed')`,
)
export const setExtended = query(
  'dispatch.extended',
  'update dispatch set extended = true where community_id = $1 and id = $2',
)
export const setResolvedBy = query(
  'dispatch.resolvedBy',
  'update dispatch set resolved_by = $3 where community_id = $1 and id = $2',
)
