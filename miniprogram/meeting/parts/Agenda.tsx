import { Text, View } from '@tarojs/components'
import { go } from '../../kernel/go'
import { Card, Chip, Label, Quiet, Row } from '../../kernel/ui'
import { beside, sayState, toneOf } from '../../whistle/parts/words'
import { Papers } from './Papers'
import { type Item, type Meeting, sayClock } from './words'
import './meeting.scss'

/** When each begins, as far as those before it say how long they take. */
function begins(items: readonly Item[], startsAt: string): (string | undefined)[] {
  let at: number | undefined = Date.parse(startsAt)
  return items.map(({ minutes }) => {
    const begun = at
    at = at === undefined || minutes === null ? undefined : at + minutes * 60_000
    return begun === undefined ? undefined : sayClock(new Date(begun))
  })
}

/** What it is about: the whistles that wait for it, and what was decided before and is still open. */
export function About({ item, communityId }: { item: Item; communityId: string }) {
  const { resolutionId } = item
  return (
    <>
      {item.whistles.map((w) => (
        <Row
          key={w.whistleId}
          left={w.title === item.title ? '吹的哨' : w.title}
          quiet={beside(w.place, w.tabled && '等这次会商量')}
          chip={<Chip tone={toneOf(w.state, false)}>{sayState(w.state, false)}</Chip>}
          label={`吹的哨：${w.title}，打开`}
          onTap={() => go('whistle/one', { communityId, whistleId: w.whistleId })}
        />
      ))}
      {resolutionId === null ? null : (
        <Row
          left="上次定下来的事"
          quiet="办到哪一步了"
          label={`上次定下来的事：${item.title}，看进展`}
          onTap={() => go('meeting/resolution', { communityId, resolutionId })}
        />
      )}
    </>
  )
}

/** What is spoken of, in its order. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const { items, communityId } = meeting
  const at = begins(items, meeting.startsAt)
  if (items.length === 0)
    return (
      <Card>
        <Label>要议的事</Label>
        <Quiet>还没有写上议题。</Quiet>
      </Card>
    )
  return (
    <Card>
      <Label>要议的事，{items.length} 件</Label>
      {items.map((item, i) => (
        <View className="m-item" key={item.itemId}>
          <View className="m-item-number">{i + 1}</View>
          <View className="m-item-words">
            <View className="m-item-title">{item.title}</View>
            {item.minutes === null && at[i] === undefined ? null : (
              <Quiet>{beside(at[i] && `${at[i]} 起`, item.minutes !== null && `${item.minutes} 分钟`)}</Quiet>
            )}
            {item.owners ? (
              <View>
                <Chip tone="sun">业主表决</Chip>
              </View>
            ) : null}
            {item.words === null ? null : (
              <Text className="m-words" userSelect>
                {item.words}
              </Text>
            )}
            <About item={item} communityId={communityId} />
            <Papers papers={item.papers} of={item.title} />
          </View>
        </View>
      ))}
    </Card>
  )
}
