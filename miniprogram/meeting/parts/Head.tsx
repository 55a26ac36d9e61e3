import { View } from '@tarojs/components'
import { sayMark, sayMove, stateWords } from '../../../shared/meeting/words'
import { Chip, Quiet, Says } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { type Meeting, sayMoment, saySoon, toneOf } from './words'
import './meeting.scss'

/** What it is called, when and where, and whether it stood elsewhere before. */
export function Head({ meeting, now }: { meeting: Meeting; now: Date }) {
  const { state, startsAt, mark, moves, compound } = meeting
  const soon = state === 'planned' || state === 'noticed' ? saySoon(startsAt, now) : undefined
  const holiday = sayMark(mark)
  return (
    <>
      <View className="m-stack">
        <View className="m-title" ariaRole="heading">
          {meeting.title}
        </View>
        <View className="m-when">{sayMoment(startsAt, now)}</View>
        <View>{beside(meeting.spot, `大约 ${meeting.minutesLong} 分钟`)}</View>
        {compound === null ? null : <Quiet>{compound}</Quiet>}
      </View>
      <View className="w-chips">
        <Chip tone={toneOf(state)}>{stateWords[state]}</Chip>
        {soon ? <Chip tone="sun">{soon}</Chip> : null}
        {meeting.owners ? <Chip tone="quiet">有业主表决的事</Chip> : null}
        {holiday ? <Chip tone={mark.works ? 'quiet' : 'sun'}>{holiday}</Chip> : null}
      </View>
      {moves.length === 0 ? null : (
        <Says tone="sun">
          {moves.map((m) => (
            <View key={m.at}>{sayMove(new Date(m.from), new Date(m.to), m.reason, now)}</View>
          ))}
        </Says>
      )}
    </>
  )
}
