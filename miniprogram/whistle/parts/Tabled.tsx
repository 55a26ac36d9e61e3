import { Text, View } from '@tarojs/components'
import { go } from '../../kernel/go'
import { Card, Label, Row } from '../../kernel/ui'
import { sayMoment } from '../../meeting/parts/words'
import type { Whistle } from './words'

/** The meetings to which it was taken, and what each decided on it. */
export function Tabled({ whistle, now }: { whistle: Whistle; now: Date }) {
  const { meetings, communityId } = whistle
  if (meetings.length === 0) return null
  return (
    <Card>
      <Label>会上怎么商量的</Label>
      {meetings.map((m) => (
        <View key={m.meetingId}>
          <Row
            left={m.title}
            quiet={sayMoment(m.startsAt, now)}
            label={`${m.title}，打开`}
            onTap={() => go('meeting/one', { communityId, meetingId: m.meetingId })}
          />
          {m.resolutions.map((r) => (
            <Row
              key={r.resolutionId}
              left={<Text>{`定了：${r.words}`}</Text>}
              quiet="看办到哪了"
              label={`定了：${r.words}，看进展`}
              onTap={() => go('meeting/resolution', { communityId, resolutionId: r.resolutionId })}
            />
          ))}
        </View>
      ))}
    </Card>
  )
}
