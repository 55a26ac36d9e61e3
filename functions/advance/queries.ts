import type { DecisionRow } from '../account/deciding'
import { query } from '../kernel/database'

export interface AdvanceRow extends DecisionRow {
  id: string
  name: string
  organisation: string
  total_fen: number
  repaid_fen: number
  from_period: string
  months: number
  share_bp: number
  reversed: boolean
}
const columns = `v.id, v.name, o.name as organisation, v.total_fen::float8, v.repaid_fen::float8, v.from_period, v.months, v.share_bp, v.reversed_by is not null as reversed,
   v.resolution_id, v.decided_on::text, v.decision from advance v left join organisation o on o.id = v.organisation_id`
export const advancesOf = query<Omit<AdvanceRow, 'organisation'> & { organisation: string | null }>(
  'advance.list',
  `select ${columns} where v.community_id = $1 and v.compound_id = $2 and v.reversed_by is null order by v.at desc, v.id`,
)
export const advanceById = query<Omit<AdvanceRow, 'organisation'> & { organisation: string | null }>(
  'advance.get',
  `select ${columns} where v.community_id = $1 and v.compound_id = $2 and v.id = $3`,
)
export const addAdvance = query(
  'advance.add',
  `insert into advance (community_id, compound_id, id, organisation_id, name, total_fen, from_period, months, share_bp, resolution_id, decided_on, decision, at, before_fen)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
export const companiesHere = query<{ id: string; name: string }>(
  'advance.companies',
  `select distinct o.id, o.name from organisation o join engagement e on e.organisation_id = o.id
   where e.community_id = $1 and e.compound_id = $2 and o.kind = 'property' order by o.name, o.id`,
)
/** Whoever looks after the compound, or did. */
export const engagedHere = query<{ id: string }>(
  'advance.organisation',
  `select o.id from organisation o join engagement e on e.organisation_id = o.id
   where e.community_id = $1 and e.compound_id = $2 and o.id = $3 limit 1`,
)
export interface RepaymentRow {
  entry_id: string
  period: string
  fen: number
  early: boolean
  on_day: string
  reversed: boolean
}
export const repaymentsOf = query<RepaymentRow>(
  'advance.repayments',
  `select r.entry_id, r.period, r.fen::float8, r.early, e.occurred_on::text as on_day, r.reversed_by is not null as reversed
   from repayment r join entry e on e.community_id = r.community_id and e.compound_id = r.compound_id and e.id = r.entry_id
   where r.community_id = $1 and r.compound_id = $2 and r.advance_id = $3 order by e.number desc, r.period`,
)
/** The owners' share of parking, month by month, the oldest first. */
export interface ShareRow {
  period: string
  account_id: string
  owners_fen: number
  repaid_fen: number
}
export const sharesOf = query<ShareRow>(
  'advance.shares',
  `select s.period, s.account_id, s.owners_fen::float8, s.repaid_fen::float8 from settlement s
   join account a on a.community_id = s.community_id and a.compound_id = s.compound_id and a.id = s.account_id and a.key = 'income.parking'
   where s.community_id = $1 and s.compound_id = $2 order by s.period`,
)
export const addRepayments = query(
  'advance.repay',
  `insert into repayment (community_id, compound_id, entry_id, advance_id, account_id, early, resolution_id, decided_on, decision, period, fen)
   select $1, $2, $3, $4, $5, $6, $7, $8, $9, r.* from unnest($10::text[], $11::bigint[]) r order by 10`,
)
