import type { ClientBase } from 'pg'
import { newId } from '../kernel/secrets'
import { dropAll, dropOriginal, type Made, makePhoto } from './keep'
import { settlePhotoWords } from './queries'
import { settledBy, valuesOf } from './settle'

interface Opened {
  community_id: string
  id: string
  file_key: string
  given_up: boolean
}

// a tick has to be over within a minute, whatever lies there
const lookedAt = 100
const madeAtOnce = 20
const clearedAtOnce = 200

/** Photos whose phone did not come back: made if their file is there, given up after two days; then what was left over goes. */
export async function makePhotos(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<Opened>(
    // the newest first: of those that were left lying, most will never come
    `select community_id, id, file_key, opened_at < $1::timestamptz - interval '2 days' as given_up from photo
     where state = 'opened' and opened_at < $1::timestamptz - interval '2 minutes'
     order by opened_at < $1::timestamptz - interval '2 days' desc, opened_at desc limit $2`,
    [now, lookedAt],
  )
  let settled = 0
  const faults: unknown[] = []
  for (const photo of rows) {
    if (settled === madeAtOnce) break
    try {
      if (await inTransaction(client, () => settle(client, photo, now))) settled++
    } catch (fault) {
      faults.push(fault) // one that fails holds up no other
    }
  }
  const cleared = await inTransaction(client, () => clearLeftOvers(client, now))
  if (faults.length > 0) throw faults[0]
  return settled + cleared
}

/** Whoever else is at it just now has locked it, and does it. */
async function settle(client: ClientBase, photo: Opened, now: Date): Promise<boolean> {
  const { community_id, id, file_key, given_up } = photo
  const { rowCount } = await client.query(
    `select 1 from photo where community_id = $1 and id = $2 and state = 'opened' for update skip locked`,
    [community_id, id],
  )
  if (rowCount === 0) return false
  const never: Made = { reason: 'neverCame' }
  const made = (await makePhoto(file_key)) ?? (given_up ? never : undefined)
  if (!made) return false
  const settled = settledBy(made, now)
  await client.query(settlePhotoWords, [community_id, id, ...valuesOf(settled)])
  await client.query(
    `insert into record (community_id, id, at, action, subject_kind, subject_id, after)
     values ($1, $2, $3, 'photo.made', 'photo', $4, $5)`,
    [community_id, newId(now), now, id, settled.noted],
  )
  await dropOriginal(file_key)
  return true
}

/** A copy that came after it was made, or all of a photo that was refused or whose author has gone. */
async function clearLeftOvers(client: ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ community_id: string; id: string; file_key: string; state: string }>(
    `select community_id, id, file_key, state from photo where state <> 'opened' and open_until < $1
     order by open_until limit $2 for update skip locked`,
    [now, clearedAtOnce],
  )
  await Promise.all(rows.map((p) => (p.state === 'ready' ? dropOriginal(p.file_key) : dropAll(p.file_key))))
  await client.query(
    `update photo set open_until = null from unnest($1::uuid[], $2::uuid[]) done (community_id, id)
     where photo.community_id = done.community_id and photo.id = done.id`,
    [rows.map((p) => p.community_id), rows.map((p) => p.id)],
  )
  return rows.length
}

async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
