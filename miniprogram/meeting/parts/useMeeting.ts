import { useEffect } from 'react'
import type { Output } from '../../../shared/contract'
import { noteServerTime } from '../../kernel/clockOff'
import { type Loaded, useLoad } from '../../kernel/load'

/** One meeting, kept for when there is no signal. */
export function useMeeting(communityId: string, meetingId: string): Loaded<Output<'meeting.get'>> {
  const meeting = useLoad('meeting.get', { communityId, meetingId })
  const { data } = meeting
  useEffect(() => {
    if (data?.signIn) noteServerTime(data.meetingId, data.signIn.now, new Date())
  }, [data])
  return meeting
}
