import type { SpaceKind, TariffUnit } from '../../shared/space/kinds'
import { query } from '../kernel/database'

export interface SpaceRow {
  id: string
  kind: SpaceKind
  number: string
  ended_on: string | null
  let: boolean
  unit: TariffUnit | null
  fen: number | null
  from_day: string | null
  later_unit: TariffUnit | null
  later_fen: number | null
  later_from: string | null
  lease_id: string | null
  who: string | null
  plate: string | null
  to_day: string | null
  owed: number | null
  mine: boolean
}
/** Spaces as they stand on a day; who has one only as far as the rows are the reader's to see. */
export const spacesOf = query<SpaceRow>(
  'space.list',
  `select s.id, s.kind, s.number, s.ended_on::text, l.space_id is not null as let,
     t.unit, t.fen::float8, t.from_day::text, n.unit as later_unit, n.fen::float8 as later_fen, n.from_day::text as later_from,
     e.id as lease_id, coalesce(e.tenant, h.label) as who, e.plate, e.to_day::text, o.owed::float8,
     coalesce(e.home_id = any ((select my_homes())::uuid[]), false) as mine
   from space s
   left join let_spaces($1, $2, $4) l on l.space_id = s.id
   left join lateral (select * from space_tariff t where t.community_id = s.community_id and t.compound_id = s.compound_id and t.space_id = s.id
     and t.from_day <= $4 order by t.from_day desc limit 1) t on true
   left join lateral (select * from space_tariff t where t.community_id = s.community_id and t.compound_id = s.compound_id and t.space_id = s.id
     and t.from_day > $4 order by t.from_day limit 1) n on true
   left join lease e on e.community_id = s.community_id and e.compound_id = s.compound_id and e.space_id = s.id
     and e.from_day <= $4 and (e.to_day is null or e.to_day >= $4)
   left join home h on h.community_id = e.community_id and h.id = e.home_id
   left join lateral (select coalesce(sum(c.fen - c.lowered_fen - c.paid_fen), 0) as owed from charge c
     where c.community_id = e.community_id and c.compound_id = e.compound_id and c.lease_id = e.id) o on e.id is not null
   where s.community_id = $1 and s.compound_id = $2 and ($3::text is null or s.kind = $3)
   order by s.kind desc, s.sort_key, s.id`,
)
export const visitorTariff = query<{ fen: number; from_day: string }>(
  'space.visitors',
  `select fen::float8, from_day::text from visitor_tariff where community_id = $1 and compound_id = $2 and from_day <= $3 order by from_day desc limit 1`,
)
export const countWaiting = query<{ waiting: number }>(
  'space.waiting',
  'select count(*)::int as waiting from waiting_line($1, $2)',
)
export const spacesById = query<{ id: string; kind: SpaceKind; number: string; ended_on: string | null }>(
  'space.byId',
  'select id, kind, number, ended_on::text from space where community_id = $1 and compound_id = $2 and id = any ($3::uuid[])',
)
export const addSpaces = query(
  'space.add',
  `insert into space (community_id, compound_id, id, kind, number, sort_key, added_at)
   select $1, $2, s.id, $3, s.number, s.sort_key, $7 from unnest($4::uuid[], $5::text[], $6::text[]) s(id, number, sort_key)`,
)
export const setTariffs = query(
  'space.setTariffs',
  `insert into space_tariff (community_id, compound_id, space_id, from_day, unit, fen)
   select $1, $2, s, $4, $5, $6 from unnest($3::uuid[]) s order by s
   on conflict (community_id, compound_id, space_id, from_day) do update set unit = excluded.unit, fen = excluded.fen`,
)
export const setVisitors = query(
  'space.setVisitors',
  `insert into visitor_tariff (community_id, compound_id, from_day, fen) values ($1, $2, $3, $4)
   on conflict (community_id, compound_id, from_day) do update set fen = excluded.fen`,
)
/** Of these spaces, the one charged the furthest for days from a day on; a price that was agreed for a lease alone is not asked. */
export const chargedFrom = query<{ number: string; through: string }>(
  'space.chargedFrom',
  `select s.number, max(least(c.to_day, l.to_day))::text as through from lease l
   join charge c on c.community_id = l.community_id and c.compound_id = l.compound_id and c.lease_id = l.id
   join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
   where l.community_id = $1 and l.compound_id = $2 and l.space_id = any ($3::uuid[]) and l.agreed_unit is null and least(c.to_day, l.to_day) >= $4
   group by s.number, s.sort_key order by through desc, s.sort_key limit 1`,
)
export const leasedAfter = query<{ id: string }>(
  'space.leasedAfter',
  `select id from lease where community_id = $1 and compound_id = $2 and space_id = $3 and (to_day is null or to_day >= $4) limit 1`,
)
export const endSpace = query(
  'space.end',
  'update space set ended_on = $4 where community_id = $1 and compound_id = $2 and id = $3',
)
export const setGround = query(
  'space.setGround',
  'update books set ground_resolution_id = $3, ground_on = $4, ground_named = $5 where community_id = $1 and compound_id = $2',
)
