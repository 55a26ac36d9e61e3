import type { ClientBase } from 'pg'
import { exportKeptHours } from '../../shared/rates/definitions'
import { dropExport } from './files'

const clearedAtOnce = 100

/** Spreadsheets go after a day with all that was made on the way to them. */
export async function clearExports(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ community_id: string; id: string; months: number }>(
    `select community_id, id, months from rates_export where at < $1::timestamptz - make_interval(hours => $2) order by at limit $3`,
    [now, exportKeptHours, clearedAtOnce],
  )
  for (const { community_id, id, months } of rows) await dropExport(community_id, id, months)
  await client.query(
    `delete from rates_export e using unnest($1::uuid[], $2::uuid[]) gone(community_id, id)
     where e.community_id = gone.community_id and e.id = gone.id`,
    [rows.map((r) => r.community_id), rows.map((r) => r.id)],
  )
  return rows.length
}
