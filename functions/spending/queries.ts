import type { MoneyKind } from '../../shared/account/fields'
import type { Role } from '../../shared/role/roles'
import type { Body, SpendingState } from '../../shared/spending/states'
import { query } from '../kernel/database'

export interface Approval {
  body: Body
  at: string
  mine: boolean
}
export interface SpendingRow {
  id: string
  compound_id: string
  words: string
  fen: number
  account_id: string
  account_key: string
  account: string
  fund_of: string | null
  fund_words: string | null
  resolution_id: string | null
  resolution_words: string | null
  state: SpendingState
  asked_at: Date
  asked_as: Role
  mine: boolean
  declined_body: Body | null
  declined_at: Date | null
  reason: string | null
  paid_from: MoneyKind | null
  paid_on: string | null
  entry_id: string | null
  approvals: Approval[]
}
/** A spending that is under way: its money is spoken for or gone, and not in the books. */
export const isOut = `s.state in ('asked', 'approved', 'gap')`
// words of a resolution through a narrow function: an owner need not have been at its meeting
const columns = `s.id, s.compound_id, s.words, s.fen::float8, s.account_id, a.key as account_key, a.name as account, s.fund_of,
  (select d.named from decision_of(s.community_id, s.compound_id, s.fund_of) d) as fund_words, s.resolution_id,
  (select d.named from decision_of(s.community_id, s.compound_id, s.resolution_id) d) as resolution_words, s.state, s.asked_at, s.asked_as,
  s.asked_by = (select me()) as mine, s.declined_body, s.declined_at, s.reason, s.paid_from, s.paid_on::text, s.entry_id,
  coalesce((select json_agg(json_build_object('body', p.body, 'at', p.at, 'mine', p.person_id = (select me())) order by p.at, p.body) from spending_approval p
    where p.community_id = s.community_id and p.compound_id = s.compound_id and p.spending_id = s.id), '[]') as approvals`
const from = `from spending s join account a on a.community_id = s.community_id and a.compound_id = s.compound_id and a.id = s.account_id`
export const spendingById = query<SpendingRow>(
  'spending.get',
  `select ${columns} ${from} where s.community_id = $1 and s.compound_id = $2 and s.id = $3`,
)
export const spendingsOf = query<SpendingRow>(
  'spending.list',
  `select ${columns} ${from} where s.community_id = $1 and s.compound_id = $2 and ($3::text is null or s.state = $3)
     and ($4::timestamptz is null or (s.asked_at, s.id) < ($4, $5::uuid))
   order by s.asked_at desc, s.id desc limit 21`,
)
/** What else was asked for from the same account about that time, beside the compound's limit: one purchase in slices shows. */
export const recentBeside = query<{ count: number; fen: number; limit: number }>(
  'spending.recent',
  `select count(o.id)::int as count, coalesce(sum(o.fen), 0)::float8 as fen, b.spend_limit_fen::float8 as limit
   from spending s join books b on b.community_id = s.community_id and b.compound_id = s.compound_id
   left join spending o on o.community_id = s.community_id and o.compound_id = s.compound_id and o.account_id = s.account_id and o.id <> s.id
     and o.state in ('asked', 'approved', 'gap', 'paid') and o.asked_at between s.asked_at - interval '30 days' and s.asked_at + interval '30 days'
   where s.community_id = $1 and s.compound_id = $2 and s.id = $3 group by b.spend_limit_fen`,
)
/** What waits, for the desk: how many there are, and how many wait for the caller. */
export const waitingOf = query<{
  id: string
  state: SpendingState
  mine: boolean
  approved: Body[]
  approved_by_me: boolean
}>(
  'spending.waiting',
  `select s.id, s.state, s.asked_by = (select me()) as mine, coalesce(p.bodies, '{}') as approved, coalesce(p.me, false) as approved_by_me
   from spending s
   left join lateral (select array_agg(p.body) as bodies, bool_or(p.person_id = (select me())) as me from spending_approval p
     where p.community_id = s.community_id and p.compound_id = s.compound_id and p.spending_id = s.id) p on true
   where s.community_id = $1 and s.compound_id = $2 and ${isOut}`,
)
/** Paid without its paper, up to a month: not in the books. */
export const gapsOf = query<{ count: number; fen: number }>(
  'spending.gaps',
  `select count(*)::int as count, coalesce(sum(fen), 0)::float8 as fen from spending
   where community_id = $1 and compound_id = $2 and state = 'gap' and month_of(paid_on) <= $3`,
)
export const sentSpending = query<{ sent_hash: Buffer }>(
  'spending.sent',
  'select sent_hash from spending where community_id = $1 and compound_id = $2 and id = $3',
)
export const addSpending = query(
  'spending.add',
  `insert into spending (community_id, compound_id, id, words, fen, account_id, fund_of, resolution_id, state, asked_by, asked_as, asked_at, sent_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'asked', $9, $10, $11, $12)`,
)
/** The account of a fund, what of it nothing was asked for yet, and whether it takes part no more. */
export const fundAccount = query<{ account_id: string; left: number; closed: boolean }>(
  'spending.fund',
  `select f.account_id, (-a.balance_fen - coalesce((select sum(s.fen) from spending s where s.community_id = $1 and s.compound_id = $2
     and s.fund_of = $3 and ${isOut}), 0))::float8 as left, f.closed_at is not null as closed from fund f
   join account a on a.community_id = f.community_id and a.compound_id = f.compound_id and a.id = f.account_id
   where f.community_id = $1 and f.compound_id = $2 and f.resolution_id = $3`,
)
export const addApproval = query(
  'spending.approve',
  `insert into spending_approval (community_id, compound_id, spending_id, body, person_id, at) values ($1, $2, $3, $4, $5, $6)`,
)
const setWhere = 'where community_id = $1 and compound_id = $2 and id = $3'
export const setState = query('spending.setState', `update spending set state = $4 ${setWhere}`)
export const setDeclined = query(
  'spending.setDeclined',
  `update spending set state = 'declined', declined_by = $4, declined_body = $5, declined_at = $6, reason = $7 ${setWhere}`,
)
export const setPaid = query(
  'spending.setPaid',
  `update spending set state = $4, paid_from = $5, paid_on = $6, paid_at = $7, entry_id = $8 ${setWhere}`,
)
export const setVouchered = query(
  'spending.setVouchered',
  `update spending set state = 'paid', entry_id = $4 ${setWhere}`,
)
