import type { ClientBase } from 'pg'
import { newId } from '../../kernel/secrets'

export const postEntry = 'select post_entry($1, $2, $3, $4, $5, $6, null, null, null, null, $7, $8, $9)'
// a charge that was lowered after it was paid leaves a prepayment, whatever else is open
export const prepaidAndOpen = `select h.community_id, h.compound_id from held h join charge c on c.community_id = h.community_id and c.compound_id = h.compound_id
  and (c.lease_id = h.of_id or (c.lease_id is null and c.home_id = h.of_id)) and c.paid_fen + c.lowered_fen < c.fen where h.prepaid_fen > 0`
// what was prepaid pays what is open, the oldest first, as far as it reaches
const covered = `with open as (
    select c.id, a.key, coalesce(c.lease_id, c.home_id) as of_id, c.fen - c.lowered_fen - c.paid_fen as owed, h.prepaid_fen,
      sum(c.fen - c.lowered_fen - c.paid_fen) over (partition by coalesce(c.lease_id, c.home_id) order by c.due_on, c.id) as upto
    from held h join charge c on c.community_id = h.community_id and c.compound_id = h.compound_id and h.of_id = coalesce(c.lease_id, c.home_id)
      and c.paid_fen + c.lowered_fen < c.fen
    join account a on a.community_id = c.community_id and a.compound_id = c.compound_id and a.id = c.account_id
    where h.community_id = $1 and h.compound_id = $2 and h.prepaid_fen > 0)
  select id, key, of_id, least(owed, prepaid_fen - (upto - owed))::float8 as fen from open where upto - owed < prepaid_fen order by id`
const addParts = `insert into payment_part (community_id, compound_id, entry_id, charge_id, fen, held_of)
  select $1, $2, $3, p.* from unnest($4::uuid[], $5::bigint[], $6::uuid[]) p`

export const sum = (rows: { fen: number }[]) => rows.reduce((total, r) => total + r.fen, 0)

/** What was prepaid pays what is open of the same lease or home, in one entry. */
export async function coverFromPrepaid(
  client: ClientBase,
  books: [string, string],
  today: string,
  now: Date,
) {
  const { rows } = await client.query<{ id: string; key: string; of_id: string; fen: number }>(covered, books)
  if (rows.length === 0) return
  const entryId = newId(now)
  const fen = sum(rows)
  const byKey = new Map<string, number>()
  for (const r of rows) byKey.set(r.key, (byKey.get(r.key) ?? 0) + r.fen)
  const incomes = [...byKey]
  await client.query(postEntry, [
    ...[...books, entryId, 'applied', today, now],
    ...[
      ['prepaid', 'due', 'unpaid', ...incomes.map(([key]) => key)],
      ['debit', 'credit', 'debit', ...incomes.map(() => 'credit')],
      [fen, fen, fen, ...incomes.map(([, f]) => f)],
    ],
  ])
  await client.query(addParts, [
    ...books,
    entryId,
    rows.map((r) => r.id),
    rows.map((r) => r.fen),
    rows.map((r) => r.of_id),
  ])
}
