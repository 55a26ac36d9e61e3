import { query } from '../kernel/database'

export const self = query<{
  name: string | null
  phone_cipher: Buffer | null
  openid_cipher: Buffer | null
  large_type: 'system' | 'on' | 'off'
  joined_at: Date
}>(
  'me.self',
  'select name, phone_cipher, openid_cipher, large_type, joined_at from person where id = (select me())',
)
export const setLargeType = query(
  'me.setLargeType',
  'update person set large_type = $1 where id = (select me()) and erased_at is null',
)
export const bindPhone = query<{ community_id: string; tie_id: string; home_id: string; label: string }>(
  'me.bindPhone',
  'select * from bind_phone($1, $2, $3, $4)',
)
export const eraseMe = query('me.erase', 'select erase_me($1, $2)')

export const myTies = query<Record<string, unknown> & { phone_cipher: Buffer | null }>(
  'me.ties',
  `select t.id as "tieId", t.community_id as "communityId", t.home_id as "homeId", h.label, t.kind, t.name, t.phone_cipher,
     t.from_day::text as "from", t.to_day::text as "to", t.representative
   from home_tie t left join home h on h.community_id = t.community_id and h.id = t.home_id
   where t.person_id = (select me()) order by t.from_day`,
)
export const myGrants = query<Record<string, unknown>>(
  'me.grants',
  `select id as "grantId", role, scope, community_id as "communityId",
     coalesce(entrance_id, building_id, compound_id, grid_id, organisation_id, community_id, subdistrict_id, district_id) as "scopeId", from_day::text as "from", to_day::text as "to", granted_at as "grantedAt"
   from role_grant where person_id = (select me()) order by granted_at`,
)
export const mySessions = query<Record<string, unknown>>(
  'me.sessions',
  `select id as "sessionId", device, opened_at as "openedAt", expires_at as "expiresAt", ended_at as "endedAt"
   from session where person_id = (select me()) order by opened_at desc limit 1000`,
)
export const myRecord = query<Record<string, unknown>>(
  'me.record',
  `select at, action, subject_kind as "subjectKind", subject_id as "subjectId", actor_id = (select me()) as "byMe", before, after
   from record where actor_id = (select me()) or about_id = (select me()) order by id desc limit 5000`,
)
