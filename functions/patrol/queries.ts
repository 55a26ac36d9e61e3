import { query } from '../kernel/database'
import type { PlanRow } from './plans'

/** Two who send the same plan, or change it at the same time, come one after the other. */
export const lockPlan = query(
  'patrol.lock',
  `select pg_advisory_xact_lock(hashtextextended('patrol ' || $1, 0))`,
)

const plans = `select p.community_id, p.id, p.kind, p.grid_id, p.compound_id, p.organisation_id,
    g.name as grid, c.name as compound, o.name as organisation,
    (select jsonb_agg(jsonb_build_object('versionId', v.id, 'n', v.n, 'from', v.from_day, 'name', v.name, 'rhythm', v.rhythm,
       'walkerIds', v.walker_ids, 'madeAt', v.made_at,
       'stops', (select jsonb_agg(s.checkpoint_id order by s.n) from patrol_stop s where s.community_id = v.community_id and s.version_id = v.id))
       order by v.n) from patrol_version v where v.community_id = p.community_id and v.plan_id = p.id) as versions
  from patrol_plan p
  left join grid g on g.community_id = p.community_id and g.id = p.grid_id
  left join compound c on c.community_id = p.community_id and c.id = p.compound_id
  left join organisation o on o.id = p.organisation_id`
export const plansOf = query<PlanRow>(
  'patrol.plans',
  `${plans} where p.community_id = $1 and ($2::uuid is null or p.grid_id = $2) order by p.kind, g.name, c.name, p.made_at, p.id`,
)
export const planById = query<PlanRow>('patrol.plan', `${plans} where p.community_id = $1 and p.id = $2`)
/** In every community, those of grids that the caller walks and of companies they work for. */
export const plansOfMine = query<PlanRow>(
  'patrol.mine',
  `${plans} where p.grid_id = any ((select my_grids())::uuid[]) or p.organisation_id = any ((select my_workplaces())::uuid[])
   order by p.community_id, p.made_at, p.id`,
)
/** What was sent under these ids before, of a plan and of a version. */
export const sentBefore = query<{
  plan_hash: Buffer | null
  version_hash: Buffer | null
  version_of: string | null
}>(
  'patrol.sentBefore',
  `select (select sent_hash from patrol_plan where community_id = $1 and id = $2) as plan_hash,
     (select sent_hash from patrol_version where community_id = $1 and id = $3) as version_hash,
     (select plan_id from patrol_version where community_id = $1 and id = $3) as version_of`,
)

export interface StopRow {
  community_id: string
  version_id: string
  checkpoint_id: string
  name: string
  place: string
  compound_id: string
  building_id: string | null
  lat: number | null
  lng: number | null
  watch_for: string | null
  code: string
}
export type ShownStop = Omit<StopRow, 'community_id' | 'version_id' | 'code'>
const stops = `select s.community_id, s.version_id, s.checkpoint_id, s.name, s.place, s.compound_id, s.building_id, s.lat, s.lng, s.watch_for, k.code
  from patrol_stop s join checkpoint k on k.community_id = s.community_id and k.id = s.checkpoint_id`
export const stopsOfPlan = query<StopRow>(
  'patrol.stops',
  `${stops} where s.community_id = $1 and s.plan_id = $2 order by s.version_id, s.n`,
)
/** Of plans that the caller may walk. */
export const stopsOfMine = query<StopRow>(
  'patrol.stopsOfMine',
  `${stops} join patrol_plan p on p.community_id = s.community_id and p.id = s.plan_id
   where p.grid_id = any ((select my_grids())::uuid[]) or p.organisation_id = any ((select my_workplaces())::uuid[])
   order by s.version_id, s.n`,
)

export interface GroundRow {
  n: number
  compound_id: string | null
  compound: string | null
  building_id: string | null
  building: string | null
  in_grid: boolean
}
const ground = (gridId: string) => `select g.n::int, s.compound_id, s.compound, s.building_id, s.building,
     exists (select 1 from building b where b.community_id = $1 and b.grid_id = ${gridId}
       and case when g.building_id is null then b.compound_id = g.compound_id else b.id = g.building_id end) as in_grid
   from unnest($2::uuid[], $3::uuid[]) with ordinality g(compound_id, building_id, n)
   left join lateral place_now($1, g.compound_id, g.building_id) s on true order by g.n`
/** Where each checkpoint of a plan would lie, and whether that is of the grid. */
export const groundOf = query<GroundRow>('patrol.ground', ground('$4'))
export const groundOfPlan = query<GroundRow>(
  'patrol.groundOfPlan',
  ground('(select p.grid_id from patrol_plan p where p.community_id = $1 and p.id = $4)'),
)
export const gridExists = query<{ name: string }>(
  'patrol.grid',
  'select name from grid where community_id = $1 and id = $2',
)
/** Whether the company looks after the compound on a day. */
export const companyOf = query<{ name: string }>(
  'patrol.company',
  `select o.name from engagement e join organisation o on o.id = e.organisation_id and o.kind = 'property'
   where e.community_id = $1 and e.compound_id = $2 and e.organisation_id = $3 and e.from_day <= $4 and (e.to_day is null or e.to_day >= $4)`,
)
/** Which checkpoints are there already, and of which plan. */
export const checkpointsThere = query<{ id: string; plan_id: string }>(
  'patrol.checkpointsThere',
  'select id, plan_id from checkpoint where community_id = $1 and id = any ($2::uuid[])',
)

export interface WalkerRow {
  grid_id: string | null
  organisation_id: string | null
  person_id: string
  name: string
  from_day: string
  to_day: string | null
}
export const walkersOf = query<WalkerRow>(
  'patrol.walkers',
  'select grid_id, organisation_id, person_id, name, from_day::text, to_day::text from patrol_walkers($1)',
)
export const stopNames = query<{ version_id: string; checkpoint_id: string; name: string }>(
  'patrol.stopNames',
  'select version_id, checkpoint_id, name from patrol_stop where community_id = $1',
)
export const exportThere = query<{ id: string }>(
  'patrol.exportThere',
  'select id from patrol_export where community_id = $1 and id = $2',
)
export const lastWalked = query<{ plan_id: string; day: string }>(
  'patrol.lastWalked',
  `select p.id as plan_id, r.day::text from patrol_plan p cross join lateral (
     select day from patrol_round r where r.community_id = p.community_id and r.plan_id = p.id order by r.day desc, r.id desc limit 1) r
   where p.community_id = $1`,
)

export const addPlan = query(
  'patrol.add',
  `insert into patrol_plan (community_id, id, kind, grid_id, compound_id, organisation_id, made_at, sent_hash, told_until)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
export const addVersion = query(
  'patrol.addVersion',
  `insert into patrol_version (community_id, id, plan_id, n, from_day, name, rhythm, walker_ids, made_at, sent_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)
export const addCheckpoints = query(
  'patrol.addCheckpoints',
  `insert into checkpoint (community_id, id, plan_id, code) select $1, id, $2, code from unnest($3::uuid[], $4::text[]) as new(id, code)`,
)
export const addStops = query(
  'patrol.addStops',
  `insert into patrol_stop (community_id, version_id, checkpoint_id, plan_id, n, name, place, compound_id, building_id, lat, lng, watch_for)
   select $1, $2, s.checkpoint_id, $3, s.n, s.name, s.place, s.compound_id, s.building_id, s.lat, s.lng, s.watch_for
   from jsonb_to_recordset($4) as s(checkpoint_id uuid, n integer, name text, place text, compound_id uuid, building_id uuid,
     lat double precision, lng double precision, watch_for text)`,
)
