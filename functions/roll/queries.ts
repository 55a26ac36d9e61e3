import type { TieKind } from '../../shared/home/contract'
import type { HomeKind } from '../../shared/place/modes'
import type { RollAdds } from '../../shared/roll/plan'
import type { RollProblem } from '../../shared/roll/rules'
import type { RollState } from '../../shared/roll/states'
import { query } from '../kernel/database'

export interface RollRow {
  id: string
  community_id: string
  compound_id: string
  file_name: string
  file_key: string
  state: RollState
  lines: number
  checked: number
  bad: number
  adds: RollAdds | null
  compound: string
  compound_from: string
  compound_to: string | null
}

const rolls = `select r.id, r.community_id, r.compound_id, r.file_name, r.file_key, r.state, r.lines, r.checked, r.bad, r.adds,
    p.name as compound, p.from_day::text as compound_from, p.to_day::text as compound_to
  from roll r join compound p on p.community_id = r.community_id and p.id = r.compound_id
  where r.community_id = $1 and r.id = $2`
export const rollById = query<RollRow>('roll.get', rolls)
export const rollForUpdate = query<RollRow>('roll.forUpdate', `${rolls} for update of r`)
/** The compound too: two imports into one, or an import and a new building, go one after the other. */
export const rollAndCompoundForUpdate = query<RollRow>('roll.withCompoundForUpdate', `${rolls} for update`)

export const compoundById = query<{ name: string; to_day: string | null }>(
  'roll.compound',
  'select name, to_day::text from compound where community_id = $1 and id = $2',
)

export interface ProblemRow {
  line: number
  problems: RollProblem[]
}
export const problemsOf = query<ProblemRow>(
  'roll.problems',
  'select line, problems from roll_line where community_id = $1 and roll_id = $2 and problems is not null order by line',
)

export const setRoll = query(
  'roll.set',
  `update roll set state = $3, lines = $4, checked = $5, bad = $6, adds = $7,
     imported_at = case when $3 = 'imported' then $8::timestamptz end
   where community_id = $1 and id = $2`,
)

/** Lines that were understood, column by column. */
export const stageLines = query(
  'roll.stageLines',
  `insert into roll_line (community_id, roll_id, line, building, entrance, number, kind, area_centiares, tie_kind, name,
     phone_cipher, phone_index, from_day, to_day)
   select $1, $2, * from unnest($3::int[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[], $9::text[], $10::text[],
     $11::bytea[], $12::bytea[], $13::date[], $14::date[])`,
)
/** Lines that were not: only their number and what is wrong with them is kept. */
export const stageProblems = query(
  'roll.stageProblems',
  'insert into roll_line (community_id, roll_id, line, problems) select $1, $2, * from unnest($3::int[], $4::jsonb[])',
)
export const dropLines = query(
  'roll.dropLines',
  'delete from roll_line where community_id = $1 and roll_id = $2 and line = any ($3::int[])',
)
export const dropGoodLines = query(
  'roll.dropGoodLines',
  'delete from roll_line where community_id = $1 and roll_id = $2 and problems is null',
)

export interface LineRow {
  line: number
  building: string
  entrance: string | null
  number: string
  kind: HomeKind | null
  area_centiares: number
  tie_kind: TieKind | null
  name: string | null
  phone: string | null
  from_day: string | null
  to_day: string | null
}
export const goodLines = query<LineRow>(
  'roll.goodLines',
  `select line, building, entrance, number, kind, area_centiares, tie_kind, name, encode(phone_index, 'hex') as phone,
     from_day::text, to_day::text
   from roll_line where community_id = $1 and roll_id = $2 and problems is null order by line`,
)

export const buildingsOf = query<{ id: string; name: string }>(
  'roll.buildings',
  'select id, name from building where community_id = $1 and compound_id = $2',
)
export const entrancesOf = query<{ id: string; building_id: string; name: string }>(
  'roll.entrances',
  'select id, building_id, name from entrance where community_id = $1 and compound_id = $2',
)
export const homesOf = query<{
  id: string
  building_id: string
  entrance_id: string | null
  number: string
  kind: HomeKind
  area_centiares: number
}>(
  'roll.homes',
  'select id, building_id, entrance_id, number, kind, area_centiares from home where community_id = $1 and compound_id = $2',
)
export const tiesOf = query<{
  id: string
  home_id: string
  kind: TieKind
  name: string | null
  phone: string | null
  from_day: string
  to_day: string | null
  bound: boolean
}>(
  'roll.ties',
  `select t.id, t.home_id, t.kind, t.name, encode(t.phone_index, 'hex') as phone, t.from_day::text, t.to_day::text,
     t.person_id is not null as bound
   from home_tie t join home h on h.community_id = t.community_id and h.id = t.home_id
   where t.community_id = $1 and h.compound_id = $2`,
)

export const addBuildings = query(
  'roll.addBuildings',
  `insert into building (community_id, compound_id, since, id, name, sort_key, code)
   select $1, $2, $3::date, * from unnest($4::uuid[], $5::text[], $6::text[], $7::text[])`,
)
export const addEntrances = query(
  'roll.addEntrances',
  `insert into entrance (community_id, compound_id, id, building_id, name, sort_key, code)
   select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])`,
)
export const addHomes = query(
  'roll.addHomes',
  `insert into home (community_id, compound_id, id, building_id, entrance_id, number, label, sort_key, kind, area_centiares)
   select $1, $2, * from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[])`,
)
export const changeHomes = query(
  'roll.changeHomes',
  `update home h set kind = n.kind, area_centiares = n.area_centiares
   from unnest($2::uuid[], $3::text[], $4::int[]) n (id, kind, area_centiares)
   where h.community_id = $1 and h.id = n.id`,
)
export const addTies = query(
  'roll.addTies',
  `insert into home_tie (community_id, id, building_id, home_id, kind, name, phone_cipher, phone_index, from_day, to_day)
   select $1, n.id, n.building_id, n.home_id, l.tie_kind, l.name, l.phone_cipher, l.phone_index, n.from_day, n.to_day
   from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::int[], $7::date[], $8::date[])
     n (id, building_id, home_id, line, from_day, to_day)
   join roll_line l on l.community_id = $1 and l.roll_id = $2 and l.line = n.line`,
)
/** Who has a last day no longer represents the home, as when the tie is ended by hand. */
export const changeTies = query(
  'roll.changeTies',
  `update home_tie t set name = l.name, from_day = n.from_day, to_day = n.to_day,
     phone_cipher = case when n.takes_phone then l.phone_cipher else t.phone_cipher end,
     phone_index = case when n.takes_phone then l.phone_index else t.phone_index end,
     representative = t.representative and n.to_day is null
   from unnest($3::uuid[], $4::int[], $5::date[], $6::date[], $7::boolean[]) n (id, line, from_day, to_day, takes_phone)
   join roll_line l on l.community_id = $1 and l.roll_id = $2 and l.line = n.line
   where t.community_id = $1 and t.id = n.id`,
)
export const bindTies = query<{ tie_id: string; home_id: string; person_id: string }>(
  'roll.bindTies',
  'select tie_id, home_id, person_id from bind_ties($1, $2::uuid[], $3::date)',
)
