import type { Meeting } from '../words'
import { CallOffAct } from './CallOffAct'
import { ChangeAct } from './ChangeAct'
import type { MeetingAct } from './keeperActs'
import { MoveAct } from './MoveAct'
import { SignInForAct } from './SignInForAct'
import { BeginAct, EndAct, NoticeAct } from './StepActs'

/** What every act is given. */
export interface ActProps {
  meeting: Meeting
  onClose(): void
  /** It is done; these words stand above the meeting as it is now. */
  onDone(says: string): void
}

export const keyOf = ({ communityId, meetingId }: Pick<Meeting, 'communityId' | 'meetingId'>) => ({
  communityId,
  meetingId,
})

/** The form of every act of those who keep a meeting. */
export function MeetingSheet({ act, ...props }: ActProps & { act: MeetingAct }) {
  switch (act) {
    case 'notice':
      return <NoticeAct {...props} />
    case 'begin':
      return <BeginAct {...props} />
    case 'end':
      return <EndAct {...props} />
    case 'move':
      return <MoveAct {...props} />
    case 'callOff':
      return <CallOffAct {...props} />
    case 'change':
      return <ChangeAct {...props} />
    case 'signInFor':
      return <SignInForAct {...props} />
  }
}
