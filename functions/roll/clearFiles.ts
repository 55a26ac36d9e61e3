import type { ClientBase } from 'pg'
import { storage } from '../kernel/storage'

/** Files of rolls that were given up go with their lines, after a week; asked for again within the day, they are gone. */
export async function clearRollFiles(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ file_key: string }>(
    `select file_key from roll where state in ('opened', 'checking', 'ready')
       and opened_at between $1::timestamptz - interval '8 days' and $1::timestamptz - interval '7 days'`,
    [now],
  )
  for (const { file_key } of rows) await storage().removeFile(file_key)
  return rows.length
}
