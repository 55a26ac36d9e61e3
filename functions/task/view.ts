import { createHmac } from 'node:crypto'
import { leaveHours } from '../../shared/task/states'
import { keyFor } from '../kernel/secrets'
import type { TaskRow } from './queries'

/** Of one task, worked out from the house's key: there is nothing to keep, and nothing to be read in a table. */
export const secretOf = (communityId: string, taskId: string): string =>
  createHmac('sha256', keyFor('service sign-in')).update(`${communityId}/${taskId}`).digest('hex')

export const showTask = (t: Omit<TaskRow, 'signed_in'>) => ({
  communityId: t.community_id,
  taskId: t.id,
  kind: t.kind,
  title: t.title,
  words: t.words,
  about: t.about,
  skills: t.skills,
  times: t.times,
  places: t.places,
  taken: t.taken,
  by: t.by,
  startsAt: t.starts_at?.toISOString() ?? null,
  endsAt: t.ends_at?.toISOString() ?? null,
  place: t.place,
  at: t.lat === null || t.lng === null ? null : { lat: t.lat, lng: t.lng },
  state: t.state,
})

/** Until a day before it begins; standing work may be left at any time. */
export const mayStillLeave = (startsAt: Date | null, now: Date): boolean =>
  startsAt === null || startsAt.getTime() - now.getTime() >= leaveHours * 3_600_000

export const showMine = (t: Pick<TaskRow, 'taking_id' | 'taking_state' | 'starts_at'>, now: Date) => ({
  takingId: t.taking_id!,
  state: t.taking_state!,
  mayLeave: (t.taking_state === 'asked' || t.taking_state === 'taken') && mayStillLeave(t.starts_at, now),
})
