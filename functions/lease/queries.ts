import type { Tariff } from '../../shared/charge/rules'
import type { SpaceKind, TariffUnit } from '../../shared/space/kinds'
import { query } from '../kernel/database'

export interface LeaseRow {
  id: string
  space_id: string
  kind: SpaceKind
  number: string
  home_id: string | null
  who: string
  plate: string | null
  from_day: string
  to_day: string | null
  agreed_unit: TariffUnit | null
  agreed_fen: number | null
  sent_hash: Buffer
  owed: number
  prepaid: number
  deposit: number
}
const columns = `l.id, l.space_id, l.kind, s.number, l.home_id, coalesce(l.tenant, h.label, '') as who, l.plate, l.from_day::text, l.to_day::text,
  l.agreed_unit, l.agreed_fen::float8, l.sent_hash, o.owed::float8, coalesce(d.prepaid_fen, 0)::float8 as prepaid, coalesce(d.deposit_fen, 0)::float8 as deposit`
const from = `from lease l
  join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
  left join home h on h.community_id = l.community_id and h.id = l.home_id
  left join held d on d.community_id = l.community_id and d.compound_id = l.compound_id and d.of_id = l.id
  cross join lateral (select coalesce(sum(c.fen - c.lowered_fen - c.paid_fen), 0) as owed from charge c
    where c.community_id = l.community_id and c.compound_id = l.compound_id and c.lease_id = l.id) o`
export const leaseById = query<LeaseRow>(
  'lease.get',
  `select ${columns} ${from} where l.community_id = $1 and l.compound_id = $2 and l.id = $3`,
)
const inOrder = 's.kind desc, s.sort_key, s.id, l.from_day desc, l.id desc'
/** By kind and number as people count, of one space the last first; on from the lease that was shown last. */
export const leasesOf = query<LeaseRow>(
  'lease.list',
  `with last as (select a.id, a.from_day, a.space_id, b.kind, b.sort_key from lease a
     join space b on b.community_id = a.community_id and b.compound_id = a.compound_id and b.id = a.space_id
     where a.community_id = $1 and a.compound_id = $2 and a.id = $6),
   page as (select l.id from lease l
     join space s on s.community_id = l.community_id and s.compound_id = l.compound_id and s.id = l.space_id
     left join home h on h.community_id = l.community_id and h.id = l.home_id
     left join last on true
     where l.community_id = $1 and l.compound_id = $2 and ($3::text is null or l.kind = $3) and ($4::uuid is null or l.space_id = $4)
       and ($5::text is null or l.plate like $5 or upper(s.number) like $5 or upper(h.label) like $5 or upper(l.tenant) like $5)
       and ($6::uuid is null or s.kind < last.kind or (s.kind = last.kind and (s.sort_key, s.id) > (last.sort_key, last.space_id))
         or (s.id = last.space_id and (l.from_day, l.id) < (last.from_day, last.id)))
     order by ${inOrder} limit 21)
   select ${columns} ${from} where l.community_id = $1 and l.compound_id = $2 and l.id in (select id from page) order by ${inOrder}`,
)
export interface SpaceToLet {
  kind: SpaceKind
  number: string
  ended_on: string | null
  tariffs: Tariff[]
}
export const spaceToLet = query<SpaceToLet>(
  'lease.space',
  `select s.kind, s.number, s.ended_on::text, coalesce((select jsonb_agg(jsonb_build_object('unit', t.unit, 'fen', t.fen, 'from', t.from_day))
     from space_tariff t where t.community_id = s.community_id and t.compound_id = s.compound_id and t.space_id = s.id), '[]') as tariffs
   from space s where s.community_id = $1 and s.compound_id = $2 and s.id = $3`,
)
export const tariffsOfLease = query<{ tariffs: Tariff[] }>(
  'lease.tariffs',
  `select coalesce(jsonb_agg(jsonb_build_object('unit', t.unit, 'fen', t.fen, 'from', t.from_day)), '[]') as tariffs
   from lease l join space_tariff t on t.community_id = l.community_id and t.compound_id = l.compound_id and t.space_id = l.space_id
   where l.community_id = $1 and l.compound_id = $2 and l.id = $3`,
)
export const homeHere = query<{ id: string; label: string }>(
  'lease.home',
  'select id, label from home where community_id = $1 and compound_id = $2 and id = $3',
)
/** Homes that wait before this one; and whether it stood here until just now. */
export const lineBefore = query<{ before: number; renews: boolean; wait_id: string | null }>(
  'lease.line',
  `with mine as (select l.place, l.id from waiting_line($1, $2) l join wait w on w.community_id = $1 and w.compound_id = $2 and w.id = l.id where w.home_id = $3)
   select (select count(*)::int from waiting_line($1, $2) l where l.place < coalesce((select place from mine), 1000000)) as before,
     exists (select 1 from lease l where l.community_id = $1 and l.compound_id = $2 and l.home_id = $3 and l.space_id = $4
       and l.to_day between $5::date - 31 and $5::date - 1) as renews,
     (select id from mine) as wait_id`,
)
export const addLease = query(
  'lease.add',
  `insert into lease (community_id, compound_id, id, space_id, kind, home_id, plate, tenant, from_day, to_day, agreed_unit, agreed_fen, added_at, sent_hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
)
export const endLease = query(
  'lease.end',
  'update lease set to_day = $4 where community_id = $1 and compound_id = $2 and id = $3',
)
export const setPlate = query(
  'lease.setPlate',
  'update lease set plate = $4 where community_id = $1 and compound_id = $2 and id = $3',
)
export interface WaitRow {
  id: string
  place: number
  at: Date
  home_id: string | null
  who: string | null
  plate: string | null
  mine: boolean
  called: boolean
}
export const waitingLine = query<WaitRow>(
  'wait.list',
  `select l.id, l.place::int, l.at, w.home_id, h.label as who, w.plate, coalesce(w.home_id = any ((select my_homes())::uuid[]), false) as mine,
     w.told_at is not null as called
   from waiting_line($1, $2) l left join wait w on w.community_id = $1 and w.compound_id = $2 and w.id = l.id
   left join home h on h.community_id = w.community_id and h.id = w.home_id order by l.place`,
)
export const lockWait = query<{ ended_at: Date | null; home_id: string; mine: boolean }>(
  'wait.lock',
  `select ended_at, home_id, home_id = any ((select my_homes())::uuid[]) as mine from wait
   where community_id = $1 and compound_id = $2 and id = $3 for update`,
)
export const endWait = query(
  'wait.end',
  'update wait set ended_at = $4, reason = $5 where community_id = $1 and compound_id = $2 and id = $3',
)
