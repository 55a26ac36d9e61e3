import type { PlacePath } from '../../shared/role/caller'
import type { GrantedRole, Scope } from '../../shared/role/roles'
import { query } from '../kernel/database'

export interface GrantRow {
  id: string
  person_id: string
  name: string | null
  phone_cipher: Buffer | null
  role: GrantedRole
  scope: Scope
  scope_id: string
  scope_name: string
  community_id: string | null
  from_day: string
  to_day: string | null
}

const grants = `select g.id, g.person_id, who.name, who.phone_cipher, g.role, g.scope,
    coalesce(g.entrance_id, g.building_id, g.compound_id, g.grid_id, g.organisation_id, g.community_id, g.subdistrict_id, g.district_id) as scope_id,
    coalesce(eb.name || e.name, b.name, p.name, r.name, o.name, c.name, s.name, d.name) as scope_name,
    g.community_id, g.from_day::text, g.to_day::text
  from role_grant g
  join person who on who.id = g.person_id
  left join district d on d.id = g.district_id
  left join subdistrict s on s.id = g.subdistrict_id
  left join community c on c.id = g.community_id
  left join organisation o on o.id = g.organisation_id
  left join compound p on p.community_id = g.community_id and p.id = g.compound_id
  left join building b on b.community_id = g.community_id and b.id = g.building_id
  left join entrance e on e.community_id = g.community_id and e.id = g.entrance_id
  left join building eb on eb.community_id = e.community_id and eb.id = e.building_id
  left join grid r on r.community_id = g.community_id and r.id = g.grid_id`

export const grantsOfCommunity = query<GrantRow>(
  'role.ofCommunity',
  `${grants} where g.community_id = $1 and (g.to_day is null or g.to_day >= greatest($2, g.from_day)) and ($3::uuid is null or g.id > $3) order by g.id limit 21`,
)
export const grantsOfSubdistrict = query<GrantRow>(
  'role.ofSubdistrict',
  `${grants} where (g.subdistrict_id = $1 or o.subdistrict_id = $1 or c.subdistrict_id = $1)
     and (g.to_day is null or g.to_day >= greatest($2, g.from_day)) and ($3::uuid is null or g.id > $3) order by g.id limit 21`,
)

/** The scope a role is to be held over: where it is, or nothing if there is no such place. */
export const scopeOf = query<{ path: PlacePath }>(
  'role.scope',
  `select jsonb_build_object('districtId', id) as path from district where $1 = 'district' and id = $2
   union all select jsonb_build_object('districtId', district_id, 'subdistrictId', id) from subdistrict where $1 = 'subdistrict' and id = $2
   union all select jsonb_build_object('districtId', s.district_id, 'subdistrictId', s.id) from organisation o
     join subdistrict s on s.id = o.subdistrict_id where $1 = 'organisation' and o.id = $2
   union all select jsonb_build_object('communityId', id) from community where $1 = 'community' and id = $2 and id = $3
   union all select jsonb_build_object('communityId', community_id, 'gridId', id) from grid where $1 = 'grid' and community_id = $3 and id = $2
   union all select jsonb_build_object('communityId', community_id, 'compoundId', id) from compound
     where $1 = 'compound' and community_id = $3 and id = $2 and to_day is null
   union all select jsonb_build_object('communityId', community_id, 'compoundId', compound_id, 'buildingId', id) from building
     where $1 = 'building' and community_id = $3 and id = $2
   union all select jsonb_build_object('communityId', community_id, 'compoundId', compound_id, 'buildingId', building_id, 'entranceId', id)
     from entrance where $1 = 'entrance' and community_id = $3 and id = $2`,
)
export const personOfPhone = query<{ id: string | null }>(
  'role.personOfPhone',
  'select person_of_phone($1) as id',
)
export const personInReach = query<{ id: string }>(
  'role.person',
  'select id from person where id = $1 and erased_at is null',
)

export const grantForUpdate = query<{
  id: string
  person_id: string
  role: GrantedRole
  scope: Scope
  community_id: string | null
  scope_id: string
  from_day: string
  to_day: string | null
}>(
  'role.forUpdate',
  `select id, person_id, role, scope, community_id,
     coalesce(entrance_id, building_id, compound_id, grid_id, organisation_id, community_id, subdistrict_id, district_id) as scope_id,
     from_day::text, to_day::text
   from role_grant where id = $1 and person_id <> (select me()) for update`,
)
/** The role is over from today on; one that had not begun never does. */
export const endGrant = query<{ to_day: string }>(
  'role.end',
  'update role_grant set to_day = greatest($2::date, from_day) - 1 where id = $1 returning to_day::text',
)
