import { View } from '@tarojs/components'
import { stateWords } from '../../../shared/meeting/words'
import { lineId } from '../../desk/parts/useWalk'
import { Chip, Quiet, Tap } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { type Face, sayMoment, sayPlace, saySoon, toneOf } from './words'
import '../../desk/parts/whistles.scss'

/** A meeting in a list: what, when, where, and what became of it. */
export function MeetingLine(props: {
  meeting: Face
  now: Date
  isOpen: boolean
  isAt: boolean
  onOpen(): void
}) {
  const { meeting, now } = props
  const { state } = meeting
  const soon = state === 'noticed' || state === 'planned' ? saySoon(meeting.startsAt, now) : undefined
  const when = sayMoment(meeting.startsAt, now)
  const mine = meeting.attended ? '你到会了' : meeting.invited && state !== 'held' ? '请了你' : undefined
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(meeting.meetingId)}
    >
      <Tap
        className="d-line-open"
        label={[meeting.title, when, meeting.says, mine, '打开'].filter(Boolean).join('，')}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{meeting.title}</View>
          <View>{when}</View>
          <Quiet>{beside(meeting.compound, sayPlace(meeting), mine)}</Quiet>
          {state === 'notHeld' ? <Quiet>{meeting.says}</Quiet> : null}
        </View>
        <View className="d-line-due">
          <Chip tone={soon ? 'sun' : toneOf(state)}>{soon ?? stateWords[state]}</Chip>
        </View>
      </Tap>
    </View>
  )
}
