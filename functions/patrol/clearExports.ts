import type { ClientBase } from 'pg'
import { exportKeptHours } from '../../shared/patrol/limits'
import { storage } from '../kernel/storage'
import { sheetOf } from './exportPatrols'

const clearedAtOnce = 100

/** Spreadsheets of rounds go after a day. */
export async function clearPatrolExports(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ community_id: string; id: string }>(
    `select community_id, id from patrol_export where at < $1::timestamptz - make_interval(hours => $2) order by at limit $3`,
    [now, exportKeptHours, clearedAtOnce],
  )
  for (const { community_id, id } of rows) await storage().removeFile(sheetOf(community_id, id))
  await client.query(
    `delete from patrol_export e using unnest($1::uuid[], $2::uuid[]) gone(community_id, id)
     where e.community_id = gone.community_id and e.id = gone.id`,
    [rows.map((r) => r.community_id), rows.map((r) => r.id)],
  )
  return rows.length
}
