import type { AccountKind, Side } from '../../shared/account/chart'
import type { EntryKind } from '../../shared/entry/kinds'
import type { Role } from '../../shared/role/roles'
import { query } from '../kernel/database'

export interface EntryRow {
  id: string
  number: number
  kind: EntryKind
  occurred_on: string
  recorded_at: Date
  period: string
  recorded_as: Role | null
  total_fen: number
  /** What it did to cash, bank and WeChat together; null: no money moved. */
  money_fen: number | null
  /** What was received or turned into income: 停车费、预收款. */
  named: string | null
  memo: string | null
  reverses: string | null
  reverses_number: number | null
  reversed_by: string | null
  reversed_by_number: number | null
  vouchers: number
  unmasked: number
}
const columns = `e.id, e.number, e.kind, e.occurred_on::text, e.recorded_at, e.period, e.recorded_as, coalesce(t.fen, e.total_fen)::float8 as total_fen, t.money::float8 as money_fen, t.named, e.memo, e.reverses,
  f.number as reverses_number, r.id as reversed_by, r.number as reversed_by_number, v.vouchers, v.unmasked`
// what is due and not paid, and its other side, cancel out and no money moves with them: they count where there is nothing else
const from = `from entry e
  cross join lateral (select sum(p.fen) filter (where p.side = 'debit' and a.key not in ('due', 'unpaid')) as fen,
      sum(case p.side when 'debit' then p.fen else -p.fen end) filter (where a.kind = 'money') as money,
      string_agg(a.name, '、' order by a.kind = 'debt', a.code) filter (where p.side = 'credit' and (a.kind = 'income' or a.key = 'prepaid')) as named
    from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
    where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id) t
  left join entry f on f.community_id = e.community_id and f.compound_id = e.compound_id and f.id = e.reverses
  left join entry r on r.community_id = e.community_id and r.compound_id = e.compound_id and r.reverses = e.id
  cross join lateral (select count(*)::int as vouchers, (count(*) filter (where w.masked_photo_id is null))::int as unmasked from entry_voucher w
    where w.community_id = e.community_id and w.compound_id = e.compound_id and w.entry_id = e.id) v`
export const entryById = query<EntryRow>(
  'entry.get',
  `select ${columns} ${from} where e.community_id = $1 and e.compound_id = $2 and e.id = $3`,
)
const within = `($3::text is null or e.period between $3 and $4)
     and ($5::uuid is null or e.number < (select c.number from entry c where c.community_id = $1 and c.compound_id = $2 and c.id = $5))`
export const entriesOf = query<EntryRow>(
  'entry.list',
  `select ${columns} ${from} where e.community_id = $1 and e.compound_id = $2 and ${within}
   order by e.number desc limit 21`,
)
export const entriesOfAccount = query<EntryRow & { moved: number }>(
  'entry.ofAccount',
  `select ${columns}, m.moved::float8 ${from}
   cross join lateral (select sum(case p.side when 'debit' then p.fen else -p.fen end) as moved from posting p
     where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id and p.account_id = $6) m
   where e.community_id = $1 and e.compound_id = $2 and ${within} and m.moved is not null
   order by e.number desc limit 21`,
)

export interface LineRow {
  account_id: string
  key: string
  code: string
  name: string
  kind: AccountKind
  side: Side
  fen: number
}
export const linesOf = query<LineRow>(
  'entry.lines',
  `select p.account_id, a.key, a.code, a.name, a.kind, p.side, p.fen::float8 from posting p
   join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
   where p.community_id = $1 and p.compound_id = $2 and p.entry_id = $3 order by p.line`,
)
export const vouchersOf = query<{
  photo_id: string
  masked: boolean
  masked_key: string | null
  paper_key: string | null
}>('entry.vouchers', 'select photo_id, masked, masked_key, paper_key from entry_vouchers($1, $2, $3)')

/** Whom it is from or to: rows that only those who keep the books see. */
export const aboutEntry = query<{ number: string | null; who: string | null; plate: string | null }>(
  'entry.about',
  `select s.number, coalesce(l.tenant, h.label) as who, coalesce(l.plate, r.plate) as plate from (
     select lease_id, home_id, plate from receipt where community_id = $1 and compound_id = $2 and id = $3
     union all select lease_id, home_id, null from carried_over where community_id = $1 and compound_id = $2 and id = $3) r
   left join lease l on l.community_id = $1 and l.compound_id = $2 and l.id = r.lease_id
   left join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
   left join home h on h.community_id = $1 and h.id = coalesce(r.home_id, l.home_id)
   union all
   select null, string_agg(h.label, '、' order by h.sort_key), null from fund_payment p
   join fund_home f on f.community_id = p.community_id and f.compound_id = p.compound_id and f.resolution_id = p.resolution_id and f.pledge_id = p.pledge_id
   join home h on h.community_id = f.community_id and h.id = f.home_id
   where p.community_id = $1 and p.compound_id = $2 and p.entry_id = $3 having count(*) > 0`,
)

export const unmaskedOf = query<EntryRow & { photo_id: string }>(
  'entry.unmasked',
  `select ${columns}, w.photo_id ${from}
   join entry_voucher w on w.community_id = e.community_id and w.compound_id = e.compound_id and w.entry_id = e.id and w.masked_photo_id is null
   where e.community_id = $1 and e.compound_id = $2 order by e.number, w.place limit 100`,
)
export const lockVoucher = query<{ masked_photo_id: string | null }>(
  'entry.lockVoucher',
  `select masked_photo_id from entry_voucher where community_id = $1 and compound_id = $2 and entry_id = $3 and photo_id = $4 for update`,
)
export const setMasked = query(
  'entry.setMasked',
  `update entry_voucher set masked_photo_id = $5, masked_by = $6, masked_at = $7
   where community_id = $1 and compound_id = $2 and entry_id = $3 and photo_id = $4`,
)
/** What went out by hand in the month in which a day counts. */
export const feesByHand = query<{ fen: number }>(
  'entry.feesByHand',
  `select fees_by_hand(b.community_id, b.compound_id, greatest(month_of($3::date), coalesce(month_after(b.closed_through), month_of(b.from_day))))::float8 as fen
   from books b where b.community_id = $1 and b.compound_id = $2`,
)
export const reverseEntry = query<{ number: number; period: string }>(
  'entry.reverse',
  'select number, period from reverse_entry($1, $2, $3, $4, $5, $6, $7, $8, $9)',
)
