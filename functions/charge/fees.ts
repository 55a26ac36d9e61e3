import type { Basis } from '../../shared/charge/rules'
import type { Output } from '../../shared/contract'
import type { DecisionRow } from '../account/deciding'
import { query } from '../kernel/database'

type HomeKind = Output<'charge.fees'>['items'][number]['homeKinds'][number]
export interface FeeRow extends DecisionRow {
  id: string
  name: string
  basis: Basis
  fen: number
  home_kinds: HomeKind[]
  from_day: string
  to_day: string | null
  sent_hash: Buffer
  homes: number
  month_fen: number
}
// half a fen up, as shared/charge/rules.ts says
const monthFen = (basis: string, fen: string) =>
  `coalesce(sum(case ${basis} when 'home' then ${fen} else (${fen} * h.area_centiares + 50) / 100 end), 0)`
const columns = `f.id, f.name, f.basis, f.fen::float8, f.home_kinds, f.from_day::text, f.to_day::text, f.resolution_id, f.decided_on::text, f.decision,
   f.sent_hash, m.homes, m.month_fen::float8`
const from = `from fee f cross join lateral (select count(*)::int as homes,
     ${monthFen('f.basis', 'f.fen')} as month_fen
   from home h where h.community_id = f.community_id and h.compound_id = f.compound_id and h.kind = any (f.home_kinds)) m`
export const feesOf = query<FeeRow>(
  'fee.list',
  `select ${columns} ${from} where f.community_id = $1 and f.compound_id = $2 order by f.to_day is not null, f.from_day, f.id`,
)
export const feeById = query<FeeRow>(
  'fee.get',
  `select ${columns} ${from} where f.community_id = $1 and f.compound_id = $2 and f.id = $3`,
)
/** What a fee that is not there yet would come to in a month. */
export const monthOfFee = query<{ fen: number }>(
  'fee.month',
  `select ${monthFen('$3::text', '$4::bigint')}::float8 as fen from home h where h.community_id = $1 and h.compound_id = $2 and h.kind = any ($5)`,
)
export const addFeeRow = query(
  'fee.add',
  `insert into fee (community_id, compound_id, id, name, basis, fen, home_kinds, from_day, resolution_id, decided_on, decision, sent_hash, added_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)
export const endFeeRow = query(
  'fee.end',
  'update fee set to_day = $4 where community_id = $1 and compound_id = $2 and id = $3',
)
