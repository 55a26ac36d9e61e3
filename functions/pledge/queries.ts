import type { ResolutionState } from '../../shared/resolution/states'
import { query } from '../kernel/database'

/** A call for pledges as it stands, with the resolution that makes it. */
export interface CallRow {
  target_fen: number
  share_fen: number | null
  until_day: string
  pledged_fen: number
  homes: number
  state: ResolutionState
  compound_id: string | null
  community_id: string
  keeps: boolean
}
/** What it is for stays open until the word is given or taken back. Held before the call, as whoever writes it does. */
export const holdResolution = query<{ id: string }>(
  'pledge.holdResolution',
  'select id from resolution where community_id = $1 and id = $2 for share',
)
/** Held until the word is given or taken back, so that all words together never exceed the target. */
export const lockCall = query<{ resolution_id: string }>(
  'pledge.lock',
  'select resolution_id from pledge_call where community_id = $1 and resolution_id = $2 for update',
)
export const callOf = query<CallRow>(
  'pledge.call',
  `select c.target_fen::float8, c.share_fen::float8, c.until_day::text, c.pledged_fen::float8, c.homes, r.state, r.compound_id, r.community_id,
     keeps_meeting(r.community_id, r.meeting_id) as keeps
   from pledge_call c join resolution r on r.community_id = c.community_id and r.id = c.resolution_id
   where c.community_id = $1 and c.resolution_id = $2`,
)
export const resolutionSeen = query<{ community_id: string; compound_id: string | null }>(
  'pledge.resolution',
  'select community_id, compound_id from resolution where community_id = $1 and id = $2',
)
export interface PledgeRow {
  id: string
  home_id: string
  label: string
  fen: number
  at: Date
  withdrawn_at: Date | null
  mine: boolean
}
const columns = `p.id, p.home_id, coalesce(h.label, '') as label, p.fen::float8, p.at, p.withdrawn_at, p.home_id = any ((select my_homes())::uuid[]) as mine`
const from = 'from pledge p left join home h on h.community_id = p.community_id and h.id = p.home_id'
export const pledgesOf = query<PledgeRow>(
  'pledge.list',
  `select ${columns} ${from} where p.community_id = $1 and p.resolution_id = $2 order by p.withdrawn_at is not null, h.sort_key, p.at, p.id`,
)
export const pledgeById = query<PledgeRow>(
  'pledge.get',
  `select ${columns} ${from} where p.community_id = $1 and p.resolution_id = $2 and p.id = $3`,
)
/** What stands under an id, if it is the same word. */
export const sameSent = query<{ id: string }>(
  'pledge.same',
  'select id from pledge where community_id = $1 and id = $2 and resolution_id = $3 and home_id = $4 and fen = $5',
)
export const homeOfCircle = query<{ home_id: string; building_id: string; label: string; mine: boolean }>(
  'pledge.home',
  'select home_id, building_id, label, home_id = any ((select my_homes())::uuid[]) as mine from home_of_circle($1, $2, $3)',
)
/** Homes of the caller that lie in the circle and have not given their word. */
export const homesOpen = query<{ home_id: string; label: string }>(
  'pledge.homesOpen',
  `select h.home_id, h.label from unnest((select my_homes())::uuid[]) m(id) cross join lateral home_of_circle($1, $2, m.id) h
   where not exists (select 1 from pledge p where p.community_id = $1 and p.resolution_id = $2 and p.home_id = h.home_id and p.withdrawn_at is null)
   order by h.label`,
)
export const withdraw = query(
  'pledge.withdraw',
  'update pledge set withdrawn_at = $4 where community_id = $1 and resolution_id = $2 and id = $3',
)

export const showTotals = (c: CallRow) => ({
  targetFen: c.target_fen,
  shareFen: c.share_fen,
  until: c.until_day,
  pledgedFen: c.pledged_fen,
  homes: c.homes,
})
export const factsOfCall = (c: CallRow) => ({
  targetFen: c.target_fen,
  pledgedFen: c.pledged_fen,
  until: c.until_day,
  over: c.state !== 'open',
})
export const placeOfCall = (c: Pick<CallRow, 'community_id' | 'compound_id'>) => ({
  communityId: c.community_id,
  ...(c.compound_id !== null && { compoundId: c.compound_id }),
})
