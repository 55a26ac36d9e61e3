import { query } from '../kernel/database'

export interface ChargeRow {
  id: string
  account: string
  key: string
  lease_id: string | null
  fee_id: string | null
  home_id: string | null
  who: string | null
  number: string | null
  kind: string | null
  period: string
  from_day: string
  to_day: string
  due_on: string
  fen: number
  lowered_fen: number
  paid_fen: number
}
const columns = `c.id, coalesce(f.name, a.name) as account, a.key, c.lease_id, c.fee_id, c.home_id, coalesce(l.tenant, h.label) as who, s.number, s.kind,
   c.period, c.from_day::text, c.to_day::text, c.due_on::text, c.fen::float8, c.lowered_fen::float8, c.paid_fen::float8`
const from = `from charge c
   left join account a on a.community_id = c.community_id and a.compound_id = c.compound_id and a.id = c.account_id
   left join fee f on f.community_id = c.community_id and f.compound_id = c.compound_id and f.id = c.fee_id
   left join lease l on l.community_id = c.community_id and l.compound_id = c.compound_id and l.id = c.lease_id
   left join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
   left join home h on h.community_id = c.community_id and h.id = c.home_id`
const ofBooks = 'where c.community_id = $1 and c.compound_id = $2'

export const chargesOf = query<ChargeRow>(
  'charge.list',
  `select ${columns} ${from} ${ofBooks} and ($3::uuid is null or c.home_id = $3) and ($4::uuid is null or c.lease_id = $4)
     and ($5::date is null or (c.due_on, c.id) < ($5, $6::uuid))
   order by c.due_on desc, c.id desc limit 21`,
)
/** All that is open of a lease or of a home, the oldest first. */
export const openOf = query<ChargeRow>(
  'charge.open',
  `select ${columns} ${from} ${ofBooks} and c.paid_fen + c.lowered_fen < c.fen
     and (c.lease_id = $3 or ($4::uuid is not null and c.home_id = $4 and c.lease_id is null))
   order by c.due_on, c.id limit 400`,
)
export const ofLease = query<ChargeRow>(
  'charge.ofLease',
  `select ${columns} ${from} ${ofBooks} and c.lease_id = $3 order by c.period desc limit 120`,
)
export const chargeById = query<ChargeRow>('charge.get', `select ${columns} ${from} ${ofBooks} and c.id = $3`)
export const openOfMine = query<ChargeRow & { community_id: string; compound_id: string; compound: string }>(
  'charge.mine',
  `select ${columns}, c.community_id, c.compound_id, p.name as compound ${from}
   join compound p on p.community_id = c.community_id and p.id = c.compound_id
   where c.home_id = any ((select my_homes())::uuid[]) order by c.paid_fen + c.lowered_fen >= c.fen, c.due_on desc, c.id limit 60`,
)

export const addCharges = query(
  'charge.add',
  `insert into charge (community_id, compound_id, account_id, lease_id, home_id, period, from_day, to_day, due_on, fen, entry_id)
   select $1, $2, a.id, $4, $5, d.period, d.from_day, d.to_day, d.from_day, d.fen, d.entry_id
   from unnest($6::text[], $7::date[], $8::date[], $9::bigint[], $10::uuid[]) d(period, from_day, to_day, fen, entry_id)
   join account a on a.community_id = $1 and a.compound_id = $2 and a.key = $3`,
)
export const addLowerings = query(
  'charge.lower',
  `insert into lowering (community_id, compound_id, entry_id, charge_id, fen, prepaid_fen, held_of, reason)
   select $1, $2, $3, l.charge_id, l.fen, l.prepaid_fen, $4, $5
   from unnest($6::uuid[], $7::bigint[], $8::bigint[]) l(charge_id, fen, prepaid_fen)`,
)
export interface HeldRow {
  prepaid_fen: number
  deposit_fen: number
}
export const heldOf = query<HeldRow>(
  'charge.held',
  'select prepaid_fen::float8, deposit_fen::float8 from held where community_id = $1 and compound_id = $2 and of_id = $3',
)
