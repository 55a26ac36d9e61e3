import type { AccountKind } from '../../../shared/account/chart'
import { query } from '../../kernel/database'

export interface ForecastRow {
  account_id: string
  key: string
  name: string
  kind: AccountKind
  expected: number | null
  /** Debits less credits of the year. */
  moved: number
  due: number
  collected: number
  charges: number
  paid: number
}
/** Sources and uses of a year: what was expected, what came and went by month, what fell due and is paid. */
export const forecastOf = query<ForecastRow>(
  'forecast.get',
  `select a.id as account_id, a.key, a.name, a.kind, f.fen::float8 as expected, coalesce(m.moved, 0)::float8 as moved,
     coalesce(c.due, 0)::float8 as due, coalesce(c.collected, 0)::float8 as collected, coalesce(c.charges, 0)::int as charges, coalesce(c.paid, 0)::int as paid
   from account a
   left join forecast f on f.community_id = a.community_id and f.compound_id = a.compound_id and f.account_id = a.id and f.year = $3
   left join lateral (select sum(m.debit_fen - m.credit_fen) as moved from account_month m
     where m.community_id = a.community_id and m.compound_id = a.compound_id and m.account_id = a.id and m.period between $3 || '-01' and $3 || '-12') m on true
   left join collected_of($1, $2, $3) c on c.account_id = a.id
   where a.community_id = $1 and a.compound_id = $2 and a.kind in ('income', 'expense') order by a.code, a.id`,
)
export const expectedOf = query<{ kind: AccountKind; fen: number | null }>(
  'forecast.expected',
  `select a.kind, f.fen::float8 from account a
   left join forecast f on f.community_id = a.community_id and f.compound_id = a.compound_id and f.account_id = a.id and f.year = $4
   where a.community_id = $1 and a.compound_id = $2 and a.id = $3`,
)
export const setExpected = query(
  'forecast.set',
  `insert into forecast (community_id, compound_id, account_id, year, fen) values ($1, $2, $3, $4, $5)
   on conflict (community_id, compound_id, year, account_id) do update set fen = excluded.fen`,
)
