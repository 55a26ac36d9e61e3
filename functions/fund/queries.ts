import { query } from '../kernel/database'
import { isOut } from '../spending/queries'

export interface FundRow {
  resolution_id: string
  words: string
  pledged: number
  paid: number
  returned: number
  account_id: string | null
  balance: number
  held: number
  closed: boolean
}
/** Calls for pledges that were published, each with the account of its money once some has come. */
const words = `select c.resolution_id, c.words, c.pledged::float8, coalesce(s.paid, 0)::float8 as paid, coalesce(s.returned, 0)::float8 as returned,
     f.account_id, coalesce(-a.balance_fen, 0)::float8 as balance,
     coalesce((select sum(s.fen) from spending s where s.community_id = $1 and s.compound_id = $2 and s.fund_of = c.resolution_id and ${isOut}), 0)::float8 as held,
     f.closed_at is not null as closed
   from calls_of($1, $2) c
   left join fund f on f.community_id = $1 and f.compound_id = $2 and f.resolution_id = c.resolution_id
   left join account a on a.community_id = f.community_id and a.compound_id = f.compound_id and a.id = f.account_id
   left join fund_sums($1, $2) s on s.resolution_id = c.resolution_id`
export const fundsOf = query<FundRow>('fund.list', words)
export const fundById = query<FundRow>('fund.get', `${words} where c.resolution_id = $3`)

export interface FundHomeRow {
  pledge_id: string
  home_id: string
  label: string
  fen: number
  withdrawn: boolean
  paid: number
  returned: number
  mine: boolean
}
export const homesOfFund = query<FundHomeRow>(
  'fund.homes',
  `select p.pledge_id, p.home_id, p.label, p.fen::float8, p.withdrawn, coalesce(h.paid_fen, 0)::float8 as paid,
     coalesce(h.returned_fen, 0)::float8 as returned, p.home_id = any ((select my_homes())::uuid[]) as mine
   from pledges_to_pay($1, $2, $3) p
   left join fund_home h on h.community_id = $1 and h.compound_id = $2 and h.resolution_id = $3 and h.pledge_id = p.pledge_id
   where not p.withdrawn or h.paid_fen > 0`,
)
export const pledgeOfFund = query<FundHomeRow>(
  'fund.pledge',
  `select p.pledge_id, p.home_id, p.label, p.fen::float8, p.withdrawn, coalesce(h.paid_fen, 0)::float8 as paid,
     coalesce(h.returned_fen, 0)::float8 as returned, false as mine
   from pledges_to_pay($1, $2, $3) p
   left join fund_home h on h.community_id = $1 and h.compound_id = $2 and h.resolution_id = $3 and h.pledge_id = p.pledge_id
   where p.pledge_id = $4`,
)
const nextCode = `(select (2200 + count(*))::text from account where community_id = $1 and compound_id = $2 and key like 'fund.%')`
/** The account of a purpose, with the first money for it. */
export const openFund = query(
  'fund.open',
  `with a as (insert into account (community_id, compound_id, id, key, code, name, kind, floor, by_hand)
     values ($1, $2, $4, 'fund.' || $3::uuid, ${nextCode}, left('认款：' || $5, 60), 'debt', 'credit', false) returning id)
   insert into fund (community_id, compound_id, resolution_id, account_id) select $1, $2, $3, id from a`,
)
export const addFundHome = query(
  'fund.addHome',
  `insert into fund_home (community_id, compound_id, resolution_id, pledge_id, home_id, pledged_fen) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
)
export const addPayments = query(
  'fund.addPayments',
  `insert into fund_payment (community_id, compound_id, entry_id, resolution_id, pledge_id, fen)
   select $1, $2, $3, $4, p.* from unnest($5::uuid[], $6::bigint[]) p`,
)
/** What went back with one entry. */
export const returnedBy = query<{ pledge_id: string; fen: number }>(
  'fund.returnedBy',
  'select pledge_id, -fen::float8 as fen from fund_payment where community_id = $1 and compound_id = $2 and entry_id = $3 and fen < 0',
)
export const closeFund = query(
  'fund.close',
  'update fund set closed_at = $4 where community_id = $1 and compound_id = $2 and resolution_id = $3',
)
