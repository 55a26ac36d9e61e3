import { createHash } from 'node:crypto'
import type { whistle } from '../../db/schema'
import type { Connection } from '../kernel/database'

type Columns = Partial<Omit<typeof whistle.$inferInsert, 'communityId' | 'id'>>

const columnOf = (key: string): string => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** Changes what is named of one whistle; the words for a set of columns are always the same, so they stay prepared. */
export async function changeWhistle(
  tx: Connection,
  communityId: string,
  id: string,
  changes: Columns,
): Promise<void> {
  const keys = Object.keys(changes).sort() as (keyof Columns)[]
  const set = keys.map((key, i) => `${columnOf(key)} = $${i + 3}`).join(', ')
  await tx.run(
    `whistle set ${createHash('sha256').update(set).digest('hex').slice(0, 12)}`,
    `update whistle set ${set} where community_id = $1 and id = $2`,
    [communityId, id, ...keys.map((key) => changes[key] ?? null)],
  )
}
