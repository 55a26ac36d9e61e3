import type { Method } from '../../shared/apportion/methods'
import type { Coefficient } from '../../shared/apportion/rules'
import { query } from '../kernel/database'

export interface BearingHome {
  id: string
  label: string
  area_centiares: number
}
/** Homes of the compound, as far as the caller sees them, in the order people count. */
export const homesNamed = query<BearingHome>(
  'apportion.homes',
  `select id, label, area_centiares from home where community_id = $1 and compound_id = $2 and id = any ($3) order by sort_key, id`,
)
export interface ApportionmentRow {
  id: string
  name: string
  total_fen: number
  method: Method
  coefficients: Coefficient[]
  resolution_id: string | null
  homes: number
  at: Date
}
const columns = 'id, name, total_fen::float8, method, coefficients, resolution_id, homes, at'
export const apportionmentById = query<ApportionmentRow>(
  'apportion.get',
  `select ${columns} from apportionment where community_id = $1 and compound_id = $2 and id = $3`,
)
export const apportionmentsOf = query<ApportionmentRow & { mine: number }>(
  'apportion.list',
  `select ${columns}, (select coalesce(sum(s.fen), 0)::float8 from apportionment_share s where s.community_id = a.community_id
     and s.compound_id = a.compound_id and s.apportionment_id = a.id and s.home_id = any ((select my_homes())::uuid[])) as mine
   from apportionment a where community_id = $1 and compound_id = $2 and ($3::timestamptz is null or (at, id) < ($3, $4::uuid))
   order by at desc, id desc limit 21`,
)
/** All shares for those who keep the books, one's own for everybody else. */
export const sharesOf = query<{
  home_id: string
  label: string
  floor: number | null
  area_centiares: number
  permille: number | null
  fen: number
}>(
  'apportion.shares',
  `select s.home_id, h.label, s.floor, s.area_centiares, s.permille, s.fen::float8 from apportionment_share s
   join home h on h.community_id = s.community_id and h.id = s.home_id
   where s.community_id = $1 and s.compound_id = $2 and s.apportionment_id = $3 order by s.place`,
)
export const apportionmentSent = query<{ sent_hash: Buffer }>(
  'apportion.sent',
  'select sent_hash from apportionment where community_id = $1 and compound_id = $2 and id = $3',
)
export const addApportionment = query(
  'apportion.add',
  `insert into apportionment (community_id, compound_id, id, name, total_fen, method, coefficients, resolution_id, homes, added_by, at, sent_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
export const addShares = query(
  'apportion.addShares',
  `insert into apportionment_share (community_id, compound_id, apportionment_id, home_id, place, floor, area_centiares, permille, fen)
   select $1, $2, $3, s.home_id, s.place, s.floor, s.area, s.permille, s.fen
   from unnest($4::uuid[], $5::integer[], $6::integer[], $7::integer[], $8::bigint[]) with ordinality s(home_id, floor, area, permille, fen, place)`,
)
/** Whether the compound is the caller's own, or one whose books they keep or watch. */
export const compoundReached = query<{ reached: boolean }>(
  'apportion.reached',
  `select exists (select 1 from compound where community_id = $1 and id = $2
     and (id = any ((select my_compounds())::uuid[]) or id = any ((select my_desk_books())::uuid[]))) as reached`,
)
