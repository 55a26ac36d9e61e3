import type { z } from 'zod/mini'
import type { claimView } from '../../shared/claim/contract'
import type { ClaimState } from '../../shared/claim/states'
import type { TieKind } from '../../shared/home/contract'
import { query } from '../kernel/database'
import { maskPhone } from '../kernel/secrets'

export interface ClaimRow {
  id: string
  community_id: string
  home_id: string
  compound_id: string
  building_id: string
  entrance_id: string | null
  grid_id: string | null
  label: string
  compound: string
  person_id: string
  name: string | null
  phone_cipher: Buffer | null
  kind: TieKind
  words: string | null
  state: ClaimState
  submitted_at: Date
  decided_at: Date | null
  reason: string | null
}

const faces = `select c.id, c.community_id, c.home_id, h.compound_id, c.building_id, h.entrance_id, b.grid_id, h.label, p.name as compound,
    c.person_id, c.name, who.phone_cipher, c.kind, c.words, c.state, c.submitted_at, c.decided_at, c.reason
  from claim c
  join home h on h.community_id = c.community_id and h.id = c.home_id
  join building b on b.community_id = c.community_id and b.id = c.building_id
  join compound p on p.community_id = h.community_id and p.id = h.compound_id
  join person who on who.id = c.person_id`

export const claimsWaitingFor = query<ClaimRow>(
  'claim.list',
  `${faces} where c.community_id = $1 and c.state = $2 and ($3::timestamptz is null or (c.submitted_at, c.id) < ($3, $4::uuid))
   order by c.submitted_at desc, c.id desc limit 21`,
)
export const claimForDecision = query<ClaimRow>(
  'claim.forDecision',
  `${faces} where c.community_id = $1 and c.id = $2 for update of c`,
)

// the claimant may not reach the home itself yet, so what it is called comes from the directory; as many as asked for, or all
export const myClaims = query<ClaimRow>(
  'claim.mine',
  `select c.id, c.community_id, c.home_id, s.compound_id, c.building_id, s.entrance_id, null as grid_id, s.label, s.compound,
     c.person_id, c.name, null as phone_cipher, c.kind, c.words, c.state, c.submitted_at, c.decided_at, c.reason
   from claim c cross join lateral home_spot(c.community_id, c.home_id) s
   where c.person_id = (select me()) order by c.submitted_at desc limit $1`,
)
export const myClaimForUpdate = query<{ id: string; person_id: string; state: ClaimState }>(
  'claim.mineForUpdate',
  'select id, person_id, state from claim where community_id = $1 and id = $2 and person_id = (select me()) for update',
)
/** The home that somebody claims, and what may stand against it: all that they claimed today, and what they have there. */
export const claimable = query<{
  building_id: string
  today: number
  waiting: boolean
  lives: boolean
}>(
  'claim.claimable',
  `select s.building_id,
     (select count(*)::int from claim where person_id = (select me()) and submitted_at >= $3 and id <> $4) as today,
     exists (select 1 from claim where community_id = $1 and home_id = $2 and person_id = (select me()) and state = 'submitted' and id <> $4) as waiting,
     exists (select 1 from home_tie where community_id = $1 and home_id = $2 and person_id = (select me()) and to_day is null) as lives
   from home_spot($1, $2) s`,
)
export const settleClaim = query(
  'claim.settle',
  `update claim set state = $3, decided_at = $4, decided_by = $5, reason = $6 where community_id = $1 and id = $2 and state = 'submitted'`,
)
/** The accepted claimant has a line already, takes the one of the roll that bears their name, or gets one. */
export const tieToClaim = query<{ id: string; person_id: string | null }>(
  'claim.tieToClaim',
  `select id, person_id from home_tie where community_id = $1 and home_id = $2 and kind = $3 and (to_day is null or to_day >= my_day())
     and (person_id = $5 or (person_id is null and name = $4)) order by person_id nulls last, from_day limit 1 for update`,
)
export const bindTie = query(
  'claim.bindTie',
  'update home_tie set person_id = $3 where community_id = $1 and id = $2',
)
export const addTie = query(
  'claim.addTie',
  `insert into home_tie (community_id, id, building_id, home_id, kind, name, person_id, from_day) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict do nothing`,
)

export const showClaim = (c: ClaimRow): z.output<typeof claimView> => ({
  claimId: c.id,
  communityId: c.community_id,
  homeId: c.home_id,
  compoundId: c.compound_id,
  buildingId: c.building_id,
  entranceId: c.entrance_id,
  gridId: c.grid_id,
  label: c.label,
  compound: c.compound,
  personId: c.person_id,
  name: c.name,
  phone: maskPhone(c.phone_cipher),
  kind: c.kind,
  words: c.words,
  state: c.state,
  submittedAt: c.submitted_at.toISOString(),
  decidedAt: c.decided_at?.toISOString() ?? null,
  reason: c.reason,
})
