import type { AccountKind } from '../../shared/account/chart'
import type { Moved } from '../../shared/account/money'
import { type Connection, query } from '../kernel/database'

export interface AccountRow {
  id: string
  key: string
  code: string
  name: string
  kind: AccountKind
  balance_fen: number
  by_hand: boolean
}
const columns = 'id, key, code, name, kind, balance_fen::float8, by_hand'
export const accountsOf = query<AccountRow>(
  'account.list',
  `select ${columns} from account where community_id = $1 and compound_id = $2 order by code, id`,
)
export const accountById = query<AccountRow>(
  'account.get',
  `select ${columns} from account where community_id = $1 and compound_id = $2 and id = $3`,
)
export const accountByKey = query<AccountRow>(
  'account.byKey',
  `select ${columns} from account where community_id = $1 and compound_id = $2 and key = $3`,
)
export const monthsOf = query<{ period: string; debit_fen: number; credit_fen: number }>(
  'account.months',
  `select period, debit_fen::float8, credit_fen::float8 from account_month
   where community_id = $1 and compound_id = $2 and account_id = $3 order by period desc limit 240`,
)
export const addAccounts = query(
  'account.add',
  `insert into account (community_id, compound_id, id, key, code, name, kind, floor, by_hand)
   select $1, $2, a.* from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[]) a`,
)

// what was there on the first day opens the first month, and moves nothing in it
const movedWords = `select a.id as "accountId", a.key, a.code, a.name, a.kind,
     (a.balance_fen - coalesce(sum(m.debit_fen - m.credit_fen), 0) + case when month_of(b.from_day) >= $3 then coalesce(o.fen, 0) else 0 end)::float8 as "openingFen",
     (coalesce(sum(m.debit_fen - m.credit_fen) filter (where m.period <= $4), 0)
       - case when month_of(b.from_day) between $3 and $4 then coalesce(o.fen, 0) else 0 end)::float8 as "movedFen",
     coalesce(sum(m.came_fen) filter (where m.period <= $4), 0)::float8 as "cameFen", coalesce(sum(m.went_fen) filter (where m.period <= $4), 0)::float8 as "wentFen"
   from account a join books b on b.community_id = a.community_id and b.compound_id = a.compound_id
   left join account_month m on m.community_id = a.community_id and m.compound_id = a.compound_id and m.account_id = a.id and m.period >= $3
   left join (select p.account_id, sum(case p.side when 'debit' then p.fen else -p.fen end) as fen from openings_of($1, $2) e(id)
     join posting p on p.community_id = $1 and p.compound_id = $2 and p.entry_id = e.id group by 1) o on o.account_id = a.id
   where a.community_id = $1 and a.compound_id = $2
   group by a.community_id, a.compound_id, a.id, b.from_day, o.fen order by a.code, a.id`
const moved = query<Moved>('account.moved', movedWords)
const besideOf = query<{ advanced: number; late: number }>(
  'account.beside',
  `select (select coalesce(sum(v.total_fen), 0)::float8 from advance v join entry e on e.community_id = v.community_id
       and e.compound_id = v.compound_id and e.id = v.id where v.community_id = $1 and v.compound_id = $2 and e.period <= $4
       and not exists (select 1 from entry r where r.community_id = v.community_id and r.compound_id = v.compound_id and r.reverses = v.id and r.period <= $4)) as advanced,
     (select count(*)::int from entry e where e.community_id = $1 and e.compound_id = $2 and e.period between $3 and $4
       and month_of(e.occurred_on) < $3) as late`,
)

/** All accounts over a span of months, and what stands beside them; asked in the batch of a verb's load. */
export async function loadMoved(
  tx: Connection,
  communityId: string,
  compoundId: string,
  from: string,
  to: string,
) {
  const [accounts, [beside]] = await Promise.all([
    moved(tx, [communityId, compoundId, from, to]),
    besideOf(tx, [communityId, compoundId, from, to]),
  ])
  return { accounts, advancedFen: beside!.advanced, late: beside!.late }
}
