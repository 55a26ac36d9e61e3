import type { MoneyKind } from '../../shared/account/fields'
import type { ReceiptKind } from '../../shared/receipt/kinds'
import { query } from '../kernel/database'

export interface ReceiptRow {
  id: string
  kind: ReceiptKind
  who: string | null
  number: string | null
  fen: number
  by: MoneyKind
  on_day: string
  at: Date
  reversed: boolean
}
const columns = `r.id, r.kind, coalesce(l.tenant, h.label, r.plate) as who, s.number, r.fen::float8, r.by, r.on_day::text, r.at,
  r.reversed_by is not null as reversed`
const from = `from receipt r
  left join lease l on l.community_id = r.community_id and l.compound_id = r.compound_id and l.id = r.lease_id
  left join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
  left join home h on h.community_id = r.community_id and h.id = coalesce(r.home_id, l.home_id)`
export const receiptsOf = query<ReceiptRow>(
  'receipt.list',
  `select ${columns} ${from} where r.community_id = $1 and r.compound_id = $2 and ($3::uuid is null or r.lease_id = $3)
     and ($4::uuid is null or r.home_id = $4) and ($5::timestamptz is null or (r.at, r.id) < ($5, $6::uuid))
   order by r.at desc, r.id desc limit 21`,
)
export const receiptsOfMine = query<ReceiptRow & { compound: string }>(
  'receipt.mine',
  `select ${columns}, p.name as compound ${from} join compound p on p.community_id = r.community_id and p.id = r.compound_id
   where coalesce(r.home_id, l.home_id) = any ((select my_homes())::uuid[]) and r.reversed_by is null order by r.at desc, r.id desc limit 40`,
)
export interface PayerRow {
  id: string
  /** A lease's home owes for the home as well: told apart. */
  kind: 'lease' | 'home'
  who: string
  number: string | null
  plate: string | null
  prepaid: number
  deposit: number
}
/** Whose money it is, with what is held of theirs. */
export const payerOf = query<PayerRow>(
  'receipt.payer',
  `select l.id, 'lease' as kind, coalesce(l.tenant, h.label, '') as who, s.number, l.plate,
     coalesce(d.prepaid_fen, 0)::float8 as prepaid, coalesce(d.deposit_fen, 0)::float8 as deposit
   from lease l
   join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
   left join home h on h.community_id = l.community_id and h.id = l.home_id
   left join held d on d.community_id = l.community_id and d.compound_id = l.compound_id and d.of_id = l.id
   where l.community_id = $1 and l.compound_id = $2 and l.id = $3
   union all
   select h.id, 'home', h.label, null, null, coalesce(d.prepaid_fen, 0)::float8, coalesce(d.deposit_fen, 0)::float8
   from home h left join held d on d.community_id = h.community_id and d.compound_id = $2 and d.of_id = h.id
   where h.community_id = $1 and h.compound_id = $2 and h.id = $4`,
)
export const addReceipt = query(
  'receipt.add',
  `insert into receipt (community_id, compound_id, id, kind, lease_id, home_id, plate, fen, prepaid_fen, deposit_fen, by, on_day, at, taken_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
export const addCarried = query(
  'receipt.carry',
  `insert into carried_over (community_id, compound_id, id, lease_id, home_id, prepaid_fen, deposit_fen, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
export const addParts = query(
  'receipt.addParts',
  `insert into payment_part (community_id, compound_id, entry_id, charge_id, fen)
   select $1, $2, $3, p.id, p.fen from unnest($4::uuid[], $5::bigint[]) p(id, fen) order by p.id`,
)
