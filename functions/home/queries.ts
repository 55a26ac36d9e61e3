import type { TieKind } from '../../shared/home/contract'
import type { HomeKind } from '../../shared/place/modes'
import type { PlacePath } from '../../shared/role/caller'
import { query } from '../kernel/database'

export interface HomeRow {
  id: string
  community_id: string
  compound_id: string
  building_id: string
  entrance_id: string | null
  grid_id: string | null
  label: string
  sort_key: string
  compound: string
  community: string
  kind: HomeKind
  area_centiares: number
  bound: boolean
}

export interface TieRow {
  id: string
  home_id: string
  person_id: string | null
  kind: TieKind
  name: string | null
  phone_cipher: Buffer | null
  from_day: string
  to_day: string | null
  representative: boolean
}

const faces = `select h.id, h.community_id, h.compound_id, h.building_id, h.entrance_id, b.grid_id, h.label, h.sort_key, p.name as compound, h.kind,
    h.area_centiares, h.bound`
const joined = `from home h
  join building b on b.community_id = h.community_id and b.id = h.building_id
  join compound p on p.community_id = h.community_id and p.id = h.compound_id`

/** A list for each way in: each goes along an index of its own, in the order people count. */
const listed = (name: string, narrowed: string) =>
  query<HomeRow & { ties: number }>(
    name,
    `${faces}, (select count(*)::int from home_tie t where t.community_id = h.community_id and t.home_id = h.id
       and (t.to_day is null or t.to_day >= $2)) as ties
     ${joined}
     where h.community_id = $1 and ($3::text is null or (h.sort_key, h.id) > ($3, $4::uuid))
       and ($5::text is null or strpos(h.label, $5) > 0) ${narrowed}
       -- a lead may know of the compound, but lists only what they look after
       and (h.community_id = any ((select my_communities())::uuid[]) or h.building_id = any ((select my_buildings())::uuid[]))
     order by h.sort_key, h.id limit 21`,
  )
export const homesOfCommunity = listed('home.ofCommunity', '')
export const homesOfCompound = listed('home.ofCompound', 'and h.compound_id = $6')
export const homesOfBuilding = listed('home.ofBuilding', 'and h.building_id = $6')

export const homeById = query<HomeRow>(
  'home.get',
  `${faces}, c.name as community ${joined} join community c on c.id = h.community_id where h.community_id = $1 and h.id = $2`,
)
export const tiesOfHome = query<TieRow>(
  'home.ties',
  `select t.id, t.home_id, t.person_id, t.kind, t.name, coalesce(p.phone_cipher, t.phone_cipher) as phone_cipher,
     t.from_day::text, t.to_day::text, t.representative
   from home_tie t left join person p on p.id = t.person_id
   where t.community_id = $1 and t.home_id = $2 order by t.to_day desc nulls first, t.kind, t.from_day, t.id`,
)
/** Before its ties, so that two who change them come one after the other. */
export const lockHome = query<{ id: string }>(
  'home.lock',
  'select id from home where community_id = $1 and id = $2 for no key update',
)
export const tieForUpdate = query<TieRow & Omit<HomeRow, 'id' | 'kind'>>(
  'home.tieForUpdate',
  `select t.id, t.home_id, t.person_id, t.kind, t.from_day::text, t.to_day::text, t.representative,
     h.community_id, h.compound_id, h.building_id, h.entrance_id, b.grid_id
   from home_tie t join home h on h.community_id = t.community_id and h.id = t.home_id
   join building b on b.community_id = h.community_id and b.id = h.building_id
   where t.community_id = $1 and t.home_id = $2 and t.id = $3 for update of t`,
)
export const endTie = query(
  'home.endTie',
  'update home_tie set to_day = $3, representative = false where community_id = $1 and id = $2',
)
export const representNobody = query(
  'home.representNobody',
  'update home_tie set representative = false where community_id = $1 and home_id = $2 and representative and id <> $3',
)
export const represent = query(
  'home.represent',
  'update home_tie set representative = true where community_id = $1 and id = $2',
)

export const placeOfHome = (h: {
  community_id: string
  compound_id: string
  building_id: string
  entrance_id: string | null
  grid_id: string | null
  home_id?: string
  id?: string
}): PlacePath => ({
  communityId: h.community_id,
  compoundId: h.compound_id,
  buildingId: h.building_id,
  homeId: h.home_id ?? h.id,
  // a home without an entrance or a grid lies in no lead's entrance and in no worker's grid
  entranceId: h.entrance_id ?? 'none',
  gridId: h.grid_id ?? 'none',
})

export const showHome = (h: HomeRow) => ({
  homeId: h.id,
  communityId: h.community_id,
  compoundId: h.compound_id,
  buildingId: h.building_id,
  entranceId: h.entrance_id,
  label: h.label,
  compound: h.compound,
  kind: h.kind,
  areaCentiares: h.area_centiares,
})
