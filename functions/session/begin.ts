import type { Connection, Database } from '../kernel/database'
import { refuse } from '../kernel/refused'
import { newId, newToken, tokenHash } from '../kernel/secrets'
import { openSession, withinPace } from './queries'

const sessionDays = 30

/** Opens a session for a person and hands out its token, of which only the hash is kept. */
export async function beginSession(tx: Connection, personId: string, device: string, now: Date) {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000)
  const [row] = await openSession(tx, [
    newId(now),
    tokenHash(token),
    personId,
    device,
    now,
    expiresAt,
    newId(now),
  ])
  if (!row!.opened) refuse('not_found')
  return { token, expiresAt: expiresAt.toISOString(), personId }
}

/** Slows down whoever knocks again and again from one address. */
export async function keepPace(
  database: Database,
  key: string,
  now: Date,
  times: number,
  minutes: number,
): Promise<void> {
  const [row] = await database.lend((tx) => withinPace(tx, [key, now, `${minutes} minutes`, times]))
  if (!row!.within) refuse('too_often')
}
