import type { ClientBase } from 'pg'
import { type Basis, feeOf, firstOf, lastOf } from '../../../shared/charge/rules'
import { dayOf } from '../../../shared/kernel/time'
import { incomeOf, type SpaceKind } from '../../../shared/space/kinds'
import { newId } from '../../kernel/secrets'
import { dueOf, type Leased } from '../making'
import { coverFromPrepaid, postEntry, prepaidAndOpen, sum } from './cover'

interface LeaseDue extends Leased {
  leaseId: string
  homeId: string | null
  kind: SpaceKind
  month: string
}
interface FeeDue {
  feeId: string
  basis: Basis
  fen: number
  month: string
  homes: { homeId: string; areaCentiares: number }[]
}
interface Falls {
  leaseId: string | null
  feeId: string | null
  homeId: string | null
  from: string
  to: string
  fen: number
}

// months that have begun and are not charged; one look at an index for each, back to where months are still open and a year beyond
const since = (
  t: string,
) => `greatest(${t}.from_day, (select least($1::date - 400, (coalesce(month_after(b.closed_through), month_of(b.from_day)) || '-01')::date)
  from books b where b.community_id = ${t}.community_id and b.compound_id = ${t}.compound_id))`
const months = (t: string) =>
  `generate_series(date_trunc('month', ${since(t)}::timestamp), date_trunc('month', least(coalesce(${t}.to_day, $1::date), $1::date)::timestamp), '1 month') g(first)`
const leaseMonths = `lease l cross join lateral ${months('l')} where not exists (select 1 from charge c
  where c.community_id = l.community_id and c.compound_id = l.compound_id and c.lease_id = l.id and c.period = to_char(g.first, 'YYYY-MM'))`
const feeMonths = `fee f cross join lateral ${months('f')} where not exists (select 1 from charge c
  where c.community_id = f.community_id and c.compound_id = f.compound_id and c.fee_id = f.id and c.period = to_char(g.first, 'YYYY-MM'))`
const waiting = `select l.community_id, l.compound_id from ${leaseMonths}
  union select f.community_id, f.compound_id from ${feeMonths}
  union ${prepaidAndOpen} order by 1, 2`
const leasesDue = `select l.id as "leaseId", l.home_id as "homeId", l.kind, to_char(g.first, 'YYYY-MM') as month, l.from_day::text as "fromDay",
    l.to_day::text as "toDay", l.agreed_unit as "agreedUnit", l.agreed_fen::float8 as "agreedFen",
    coalesce((select jsonb_agg(jsonb_build_object('unit', t.unit, 'fen', t.fen, 'from', t.from_day)) from space_tariff t
      where t.community_id = l.community_id and t.compound_id = l.compound_id and t.space_id = l.space_id), '[]') as tariffs
  from ${leaseMonths} and l.community_id = $2 and l.compound_id = $3 order by month, l.id`
const feesDue = `select f.id as "feeId", f.basis, f.fen::float8, to_char(g.first, 'YYYY-MM') as month,
    coalesce((select jsonb_agg(jsonb_build_object('homeId', h.id, 'areaCentiares', h.area_centiares) order by h.id) from home h
      where h.community_id = f.community_id and h.compound_id = f.compound_id and h.kind = any (f.home_kinds)), '[]') as homes
  from ${feeMonths} and f.community_id = $2 and f.compound_id = $3 order by month, f.id`
const addCharges = `insert into charge (community_id, compound_id, account_id, lease_id, fee_id, home_id, period, from_day, to_day, due_on, fen, entry_id)
  select $1, $2, a.id, d.lease_id, d.fee_id, d.home_id, $4, d.from_day, d.to_day, d.from_day, d.fen, $5
  from unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::date[], $10::date[], $11::bigint[]) d(lease_id, fee_id, home_id, from_day, to_day, fen)
  join account a on a.community_id = $1 and a.compound_id = $2 and a.key = $3`
const noteMade = `insert into record (community_id, id, at, action, subject_kind, subject_id, after) values ($1, $2, $3, 'charge.made', 'charge', $4, $5)`

/**
 * What has fallen due by today is charged, once and only once, and paid from what was prepaid. Tells how many charges it made. Books that
 * cannot be charged hold up no others: they are told of once all have had their turn.
 */
export async function fallDue(client: ClientBase, now: Date): Promise<number> {
  const today = dayOf(now)
  const { rows } = await client.query<{ community_id: string; compound_id: string }>(waiting, [today])
  let made = 0
  const faults: Error[] = []
  for (const { community_id, compound_id } of rows)
    try {
      made += await fallDueIn(client, [community_id, compound_id], now)
    } catch (fault) {
      faults.push(new Error(`the books of ${compound_id} were not charged: ${fault}`, { cause: fault }))
    }
  if (faults.length > 0) throw new AggregateError(faults, faults.map((f) => f.message).join(', '))
  return made
}

/** In the books of one compound, in a transaction of its own. */
export async function fallDueIn(client: ClientBase, books: [string, string], now: Date): Promise<number> {
  await client.query('begin')
  try {
    const made = await chargeBooks(client, books, dayOf(now), now)
    await client.query('commit')
    return made
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function chargeBooks(
  client: ClientBase,
  books: [string, string],
  today: string,
  now: Date,
): Promise<number> {
  await client.query('select hold_books($1, $2)', books)
  const { rows: leases } = await client.query<LeaseDue>(leasesDue, [today, ...books])
  const { rows: fees } = await client.query<FeeDue>(feesDue, [today, ...books])
  // one entry for all that is due for one month from one source
  const groups = new Map<string, { key: string; month: string; falls: Falls[] }>()
  const put = (key: string, month: string, falls: Falls[]) => {
    const group = groups.get(`${month} ${key}`) ?? { key, month, falls: [] }
    group.falls.push(...falls)
    groups.set(`${month} ${key}`, group)
  }
  for (const lease of leases) {
    const due = dueOf(lease, lease.month)
    if (due && due.from <= today)
      put(incomeOf[lease.kind], lease.month, [
        { ...due, leaseId: lease.leaseId, feeId: null, homeId: lease.homeId },
      ])
  }
  for (const fee of fees) put('income.fee', fee.month, fallsOf(fee))
  let made = 0
  for (const { key, month, falls } of groups.values()) {
    const due = falls.filter((f) => f.fen > 0)
    if (due.length > 0) made += await chargeGroup(client, books, { key, month, falls: due }, now)
  }
  await coverFromPrepaid(client, books, today, now)
  return made
}

const fallsOf = ({ feeId, basis, fen, month, homes }: FeeDue): Falls[] =>
  homes.map(({ homeId, areaCentiares }) => ({
    leaseId: null,
    feeId,
    homeId,
    from: firstOf(month),
    to: lastOf(month),
    fen: feeOf(basis, fen, areaCentiares),
  }))

async function chargeGroup(
  client: ClientBase,
  books: [string, string],
  { key, month, falls }: { key: string; month: string; falls: Falls[] },
  now: Date,
): Promise<number> {
  const entryId = newId(now)
  const fen = sum(falls)
  const on = falls
    .map((f) => f.from)
    .sort()
    .at(-1)!
  await client.query(postEntry, [
    ...[...books, entryId, 'charged', on, now],
    ...[
      ['due', 'unpaid'],
      ['debit', 'credit'],
      [fen, fen],
    ],
  ])
  const column = <K extends keyof Falls>(name: K) => falls.map((f) => f[name])
  await client.query(addCharges, [
    ...[...books, key, month, entryId, column('leaseId'), column('feeId'), column('homeId')],
    ...[column('from'), column('to'), column('fen')],
  ])
  const after = { compoundId: books[1], month, source: key.split('.').at(-1), charges: falls.length, fen }
  await client.query(noteMade, [books[0], newId(now), now, entryId, after])
  return falls.length
}
