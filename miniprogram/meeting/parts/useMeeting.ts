import { useEffect } from 'react'
import type { Output } from '../../../shared/contract'
import { type Loaded, useLoad } from '../../kernel/load'
import { readStored, store } from '../../kernel/storage'
import type { Meeting } from './words'

/** How far the phone's clock is off, as it was when the server last told its own. */
interface Noted {
  told: string
  offMs: number
}
const key = (meetingId: string) => `clock.${meetingId}`

/** An answer that was not seen before has just come: phones' clocks are wrong, and the code goes by the server's. */
function note({ meetingId, signIn }: Pick<Meeting, 'meetingId' | 'signIn'>, now: Date): void {
  if (signIn === null || readStored<Noted>(key(meetingId))?.told === signIn.now) return
  store(key(meetingId), { told: signIn.now, offMs: Date.parse(signIn.now) - now.getTime() })
}

/** What time it is for the server, by the phone's clock set right; also without signal and after a restart. */
export const serverTime = (meetingId: string, now: Date): Date =>
  new Date(now.getTime() + (readStored<Noted>(key(meetingId))?.offMs ?? 0))

/** One meeting, kept for when there is no signal. */
export function useMeeting(communityId: string, meetingId: string): Loaded<Output<'meeting.get'>> {
  const meeting = useLoad('meeting.get', { communityId, meetingId })
  const { data } = meeting
  useEffect(() => {
    if (data) note(data, new Date())
  }, [data])
  return meeting
}
