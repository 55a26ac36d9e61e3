import { earliestMinutes } from '../../shared/meeting/limits'
import type { StandingRow } from './queries'

const ago = (now: Date, seconds: number): Date => new Date(now.getTime() - seconds * 1000)
const later = (a: Date, b: Date): Date => (a > b ? a : b)

interface Told {
  now: Date
  input: { secondsAgo?: number | undefined }
}

/** When it began: as the phone tells it, never to come, and never before it could have been begun. */
export const beganAt = (meeting: StandingRow, { now, input: { secondsAgo = 0 } }: Told): Date =>
  later(ago(now, secondsAgo), new Date(meeting.starts_at.getTime() - earliestMinutes * 60_000))

/** When it ended: the same, and never before it began. */
export const endedAt = (meeting: StandingRow, { now, input: { secondsAgo = 0 } }: Told): Date =>
  later(ago(now, secondsAgo), meeting.began_at ?? now)

/** Its line on the record tells it where it came late. */
export const toldLate = (at: Date, now: Date, as: 'began' | 'ended') =>
  at < now ? { [as]: at.toISOString() } : {}
