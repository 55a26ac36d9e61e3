import type { HomeKind, ManagementMode } from '../../shared/place/modes'
import { query } from '../kernel/database'

export interface CompoundRow {
  id: string
  name: string
  management: ManagementMode
  from_day: string
  to_day: string | null
}
export interface BuildingRow {
  id: string
  compound_id: string
  name: string
  grid_id: string | null
  homes: number
  entrances: { entranceId: string; name: string }[]
}

export const communityOf = query<{ id: string; name: string; subdistrict: string }>(
  'place.community',
  'select c.id, c.name, s.name as subdistrict from community c join subdistrict s on s.id = c.subdistrict_id where c.id = $1',
)
export const gridsOf = query<{ id: string; name: string }>(
  'place.grids',
  'select id, name from grid where community_id = $1 order by name',
)
export const compoundsOf = query<CompoundRow>(
  'place.compounds',
  `select id, name, management, from_day::text, to_day::text from compound where community_id = $1 and to_day is null order by from_day, name`,
)
const buildings = (where: string) => `select b.id, b.compound_id, b.name, b.grid_id,
    (select count(*)::int from home h where h.community_id = b.community_id and h.building_id = b.id) as homes,
    coalesce((select jsonb_agg(jsonb_build_object('entranceId', e.id, 'name', e.name) order by e.sort_key)
      from entrance e where e.community_id = b.community_id and e.building_id = b.id), '[]') as entrances
  from building b where b.community_id = $1 ${where} order by b.sort_key, b.id`
export const buildingsOfCommunity = query<BuildingRow>('place.buildings', buildings(''))
export const buildingsOfCompound = query<BuildingRow>(
  'place.buildingsOfCompound',
  buildings('and b.compound_id = $2'),
)

export const compoundById = query<CompoundRow>(
  'place.compound',
  'select id, name, management, from_day::text, to_day::text from compound where community_id = $1 and id = $2',
)
/** Held until the change is done, so that two who reshape the same compound come one after the other. */
export const compoundForUpdate = query<CompoundRow>(
  'place.compoundForUpdate',
  'select id, name, management, from_day::text, to_day::text from compound where community_id = $1 and id = $2 for update',
)
export const compoundsForUpdate = query<CompoundRow>(
  'place.compoundsForUpdate',
  `select id, name, management, from_day::text, to_day::text from compound where community_id = $1 and id = any ($2::uuid[]) order by id for update`,
)
export const homesByKind = query<{ kind: HomeKind; homes: number; area: number }>(
  'place.homesByKind',
  `select kind, count(*)::int as homes, sum(area_centiares)::float8 as area from home where community_id = $1 and compound_id = $2 group by kind`,
)
export const lineageOf = query<{ side: 'before' | 'after'; id: string; name: string; on_day: string }>(
  'place.lineage',
  `select 'before' as side, c.id, c.name, l.on_day::text from compound_lineage l
     join compound c on c.community_id = l.community_id and c.id = l.before_id where l.community_id = $1 and l.after_id = $2
   union all
   select 'after', c.id, c.name, l.on_day::text from compound_lineage l
     join compound c on c.community_id = l.community_id and c.id = l.after_id where l.community_id = $1 and l.before_id = $2`,
)
export const keepersOf = query<{ role: string; name: string; scope_name: string }>(
  'place.keepers',
  'select * from keepers_of($1, $2, $3)',
)

export const directory = query<{ id: string; community_id: string; name: string; under: string }>(
  'place.directory',
  'select * from directory($1, $2, $3)',
)
export const spotOf = query<{
  community_id: string
  community: string
  compound_id: string
  compound: string
  building_id: string
  building: string
  entrance_id: string | null
  entrance: string | null
}>('place.spot', 'select * from spot_of($1)')

export const codesOf = query<{ name: string; code: string }>(
  'place.codes',
  `select b.name, b.code, b.sort_key, '' as entrance_key from building b where b.community_id = $1 and b.compound_id = $2
   union all
   select b.name || e.name, e.code, b.sort_key, e.sort_key from entrance e
     join building b on b.community_id = e.community_id and b.id = e.building_id where e.community_id = $1 and e.compound_id = $2
   order by 3, 4`,
)
export const subdistrictById = query<{ id: string; district_id: string; name: string }>(
  'place.subdistrict',
  'select id, district_id, name from subdistrict where id = $1',
)
export const subdistrictsMine = query<{
  id: string
  name: string
  district: string
  communities: number
  homes: number
  bound_homes: number
  claims_waiting: number
}>(
  'place.subdistricts',
  `select s.id, s.name, d.name as district, count(c.id)::int as communities, coalesce(sum(t.homes), 0)::int as homes,
     coalesce(sum(t.bound_homes), 0)::int as bound_homes, coalesce(sum(t.claims_waiting), 0)::int as claims_waiting
   from subdistrict s
   join district d on d.id = s.district_id
   left join community c on c.subdistrict_id = s.id
   left join tally t on t.community_id = c.id
   where s.id = any ((select my_above())::uuid[]) group by s.id, d.id order by d.name, s.name`,
)
export const figuresOf = query<{
  id: string
  name: string
  compounds: number
  buildings: number
  homes: number
  bound_homes: number
  claims_waiting: number
  oldest: Date | null
  workers: number
}>(
  'place.figures',
  `select c.id, c.name, t.compounds, t.buildings, t.homes, t.bound_homes, t.claims_waiting,
     (select submitted_at from claim m where m.community_id = c.id and m.state = 'submitted' order by submitted_at limit 1) as oldest,
     (select count(*)::int from role_grant g where g.community_id = c.id and g.role in ('communityWorker', 'gridWorker')
        and g.from_day <= $2 and (g.to_day is null or g.to_day >= $2)) as workers
   from community c join tally t on t.community_id = c.id where c.subdistrict_id = $1 order by c.name`,
)

/** Held where it is until the change is done: its compound may be joined at the same time. */
export const buildingInCommunity = query<{ id: string; compound_id: string; name: string }>(
  'place.building',
  'select id, compound_id, name from building where community_id = $1 and id = $2 for key share',
)
export const entrancesOf = query<{ id: string; name: string }>(
  'place.entrances',
  'select id, name from entrance where community_id = $1 and building_id = $2',
)
export const addEntrances = query(
  'place.addEntrances',
  `insert into entrance (community_id, id, compound_id, building_id, name, sort_key, code)
   select $1, e.id, $2, $3, e.name, e.sort_key, e.code
   from jsonb_to_recordset($4::jsonb) as e(id uuid, name text, sort_key text, code text)
   on conflict (community_id, building_id, name) do nothing`,
)
export const setManagement = query(
  'place.setManagement',
  'update compound set management = $3 where community_id = $1 and id = $2',
)
export const setGrid = query<{ id: string }>(
  'place.setGrid',
  'update building set grid_id = $2 where community_id = $1 and id = any ($3::uuid[]) and (grid_id is null or grid_id = $2) returning id',
)
export const buildingsOfGrid = query<{ id: string }>(
  'place.buildingsOfGrid',
  'select id from building where community_id = $1 and grid_id = $2 and id = any ($3::uuid[])',
)
export const buildingsIn = query<{ id: string; name: string; compound_id: string; since: string }>(
  'place.buildingsIn',
  `select id, name, compound_id, since::text from building where community_id = $1 and compound_id = any ($2::uuid[]) order by id for update`,
)
export const addCompound = query(
  'place.insertCompound',
  'insert into compound (community_id, id, name, management, from_day) values ($1, $2, $3, $4, $5)',
)
export const endCompounds = query(
  'place.endCompounds',
  'update compound set to_day = greatest($3::date - 1, from_day) where community_id = $1 and id = any ($2::uuid[])',
)
export const keepPast = query(
  'place.keepPast',
  `insert into building_past (community_id, building_id, compound_id, from_day, to_day)
   select community_id, id, compound_id, since, greatest($3::date - 1, since) from building where community_id = $1 and id = any ($2::uuid[])`,
)
export const moveBuildings = query(
  'place.moveBuildings',
  'update building set compound_id = $3, since = $4 where community_id = $1 and id = any ($2::uuid[])',
)
export const addLineage = query(
  'place.addLineage',
  `insert into compound_lineage (community_id, before_id, after_id, on_day) select $1, b, a, $4 from unnest($2::uuid[]) b, unnest($3::uuid[]) a`,
)
/** Whoever worked in a compound that ends works in what became of it, from the same day. */
export const carryEngagements = query(
  'place.carryEngagements',
  `insert into engagement (community_id, id, organisation_id, compound_id, from_day, to_day)
   select distinct on (e.organisation_id, a) e.community_id, gen_random_uuid(), e.organisation_id, a, greatest(e.from_day, $4::date), e.to_day
   from engagement e, unnest($3::uuid[]) a
   where e.community_id = $1 and e.compound_id = any ($2::uuid[]) and (e.to_day is null or e.to_day >= $4)
   order by e.organisation_id, a, e.to_day desc nulls first`,
)
export const endEngagements = query(
  'place.endEngagements',
  `update engagement set to_day = greatest($3::date - 1, from_day)
   where community_id = $1 and compound_id = any ($2::uuid[]) and (to_day is null or to_day >= $3)`,
)
export const sameCompound = query<{ same: boolean }>(
  'place.sameCompound',
  `select name = $3 and management = $4 and from_day = $5
     and array(select before_id from compound_lineage where community_id = $1 and after_id = $2 order by 1)
       = array(select distinct b from unnest($6::uuid[]) b order by 1) as same
   from compound where community_id = $1 and id = $2`,
)
