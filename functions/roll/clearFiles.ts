import type { ClientBase } from 'pg'
import { storage } from '../kernel/storage'

/** Files of rolls and rosters go with their lines after a week, whatever became of them; asked for again for three weeks, in case nobody ticked. */
export async function clearRollFiles(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ file_key: string }>(
    `select file_key from roll where opened_at between $1::timestamptz - interval '30 days' and $1::timestamptz - interval '7 days'
     union all select file_key from slip_roster where opened_at between $1::timestamptz - interval '30 days' and $1::timestamptz - interval '7 days'`,
    [now],
  )
  for (const { file_key } of rows) await storage().removeFile(file_key)
  return rows.length
}
