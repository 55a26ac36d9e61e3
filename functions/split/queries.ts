import type { DecisionRow } from '../account/deciding'
import { query } from '../kernel/database'

export interface RuleRow extends DecisionRow {
  id: string
  account_id: string
  key: string
  name: string
  owners_bp: number
  manager_bp: number
  from_period: string
  sent_hash: Buffer
}
const rule = `r.id, r.account_id, a.key, a.name, r.owners_bp, r.manager_bp, r.from_period, r.resolution_id, r.decided_on::text, r.decision, r.sent_hash
   from split_rule r join account a on a.community_id = r.community_id and a.compound_id = r.compound_id and a.id = r.account_id`
export const rulesOf = query<RuleRow>(
  'split.rules',
  `select ${rule} where r.community_id = $1 and r.compound_id = $2 and r.superseded_by is null order by a.code, r.from_period desc`,
)
export const ruleById = query<RuleRow>(
  'split.rule',
  `select ${rule} where r.community_id = $1 and r.compound_id = $2 and r.id = $3`,
)
export const addRule = query(
  'split.addRule',
  `insert into split_rule (community_id, compound_id, id, account_id, from_period, owners_bp, manager_bp, resolution_id, decided_on, decision, sent_hash, set_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)

export interface SettledRow {
  period: string
  account_id: string
  key: string
  name: string
  income_fen: number
  owners_fen: number
  manager_fen: number
  repaid_fen: number
}
export const settlementsOf = query<SettledRow>(
  'split.settlements',
  `select s.period, s.account_id, a.key, a.name, s.income_fen::float8, s.owners_fen::float8, s.manager_fen::float8, s.repaid_fen::float8
   from settlement s join account a on a.community_id = s.community_id and a.compound_id = s.compound_id and a.id = s.account_id
   where s.community_id = $1 and s.compound_id = $2 order by s.period desc, a.code limit 600`,
)

/** Each source's income of a span of months as the books have it, with the rule that holds and what was settled so far. */
export interface SourceRow {
  period: string
  account_id: string
  key: string
  name: string
  income: number
  owners_bp: number
  settled_income: number | null
  settled_owners: number
  settled_manager: number
  repaid: number
}
export const sourcesOf = query<SourceRow>(
  'split.sources',
  `select m.period, a.id as account_id, a.key, a.name, (m.credit_fen - m.debit_fen)::float8 as income, coalesce(r.owners_bp, 10000) as owners_bp,
     s.income_fen::float8 as settled_income, coalesce(s.owners_fen, 0)::float8 as settled_owners, coalesce(s.manager_fen, 0)::float8 as settled_manager,
     coalesce(s.repaid_fen, 0)::float8 as repaid
   from account a
   join account_month m on m.community_id = a.community_id and m.compound_id = a.compound_id and m.account_id = a.id and m.period between $3 and $4
   left join settlement s on s.community_id = a.community_id and s.compound_id = a.compound_id and s.period = m.period and s.account_id = a.id
   left join lateral (select owners_bp from split_rule r where r.community_id = a.community_id and r.compound_id = a.compound_id
      and r.account_id = a.id and r.from_period <= m.period and r.superseded_by is null order by r.from_period desc limit 1) r on true
    where a.community_id = $1 and a.compound_id = $2 and a.kind = 'income' order by m.period desc, a.code`,
)
/** Whether anything is divided here: by a rule, or to pay back out of the owners' part what the manager laid out. */
export const dividesOf = query<{ divides: boolean }>(
  'split.divides',
  `select exists (select 1 from split_rule where community_id = $1 and compound_id = $2)
     or exists (select 1 from advance where community_id = $1 and compound_id = $2) as divides`,
)
export const setSettlements = query(
  'split.settle',
  `insert into settlement (community_id, compound_id, period, account_id, income_fen, owners_fen, manager_fen)
   select $1, $2, $3, s.* from unnest($4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[]) s order by 4
   on conflict (community_id, compound_id, period, account_id)
   do update set income_fen = excluded.income_fen, owners_fen = excluded.owners_fen, manager_fen = excluded.manager_fen`,
)
