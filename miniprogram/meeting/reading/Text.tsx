import { Text, View } from '@tarojs/components'
import { Card, Label, Quiet } from '../../kernel/ui'
import { sayAt } from '../../whistle/parts/words'
import { sayOffice } from '../parts/Who'
import { sayHere, sayMoment } from '../parts/words'
import type { Minutes } from '../writing/book'
import '../parts/meeting.scss'

export const MinutesHead = ({ minutes, now }: { minutes: Minutes; now: Date }) => (
  <View className="m-stack">
    <View className="m-title" ariaRole="heading">
      {minutes.title}
    </View>
    <View>{`${sayMoment(minutes.startsAt, now)} · ${sayHere(minutes.presence)}`}</View>
    <Quiet>{`${minutes.spot}${minutes.number === null ? '' : ` · ${minutes.number}`}`}</Quiet>
  </View>
)

/** What was said, item by item; what is not for everybody stands apart and says so. */
export function Entries({ minutes }: { minutes: Minutes }) {
  if (minutes.entries.length === 0)
    return (
      <Card>
        <Label>说了什么</Label>
        <Quiet>还没有记。</Quiet>
      </Card>
    )
  return (
    <Card>
      <Label>说了什么</Label>
      {minutes.entries.map((e) => (
        <View className="m-card-line m-stack" key={e.itemId}>
          <View className="m-item-title">{e.title}</View>
          <Text className="m-words" userSelect>
            {e.words}
          </Text>
          {e.restricted === null ? null : (
            <View className="m-restricted">
              <Quiet>不公开的部分，只有到会的人和社区看得到</Quiet>
              <Text className="m-words" userSelect>
                {e.restricted}
              </Text>
            </View>
          )}
        </View>
      ))}
    </Card>
  )
}

const saySigned = (office: string, at: string | null, now: Date): string =>
  at === null ? `${office}还没有签字` : `${office} ${sayAt(at, now)} 签字`

/** Who stands for it. */
export function Signed({ minutes, now }: { minutes: Minutes; now: Date }) {
  const { recorder, chair, recorderSignedAt, chairSignedAt, state } = minutes
  return (
    <View className="m-stack">
      <Quiet>{`主持：${sayOffice(chair)}，记录：${sayOffice(recorder)}`}</Quiet>
      {state === 'draft' ? null : (
        <Quiet>
          {`${saySigned('记录人', recorderSignedAt, now)}，${saySigned('主持人', chairSignedAt, now)}。`}
        </Quiet>
      )}
      {state === 'published' ? <Quiet>公布后不再改，要更正会写在下面。</Quiet> : null}
    </View>
  )
}
