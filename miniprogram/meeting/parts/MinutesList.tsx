import { Text, View } from '@tarojs/components'
import { go } from '../../kernel/go'
import { useList } from '../../kernel/load'
import { Card, Heading, ListFaces, Quiet } from '../../kernel/ui'
import { beside, sayDayShort } from '../../whistle/parts/words'

/** What was published, the last first: of each what was decided. */
export function MinutesList({ communityId, compoundId }: { communityId: string; compoundId?: string }) {
  const list = useList('minutes.list', { communityId, ...(compoundId && { compoundId }) })
  const now = new Date()
  return (
    <ListFaces
      of={list}
      keyOf={(m) => m.meetingId}
      empty={{ says: '还没有公布的纪要', more: '开过会，纪要签了字公布以后，定了什么都写在这里。' }}
    >
      {(m) => (
        <Card
          label={`${m.title}，${m.decided.length} 件定下来的事，看纪要`}
          onTap={() => go('meeting/minutes', { communityId, meetingId: m.meetingId })}
        >
          <View>
            <Heading>{m.title}</Heading>
            <Quiet>{beside(sayDayShort(m.day, now), m.compound, m.number)}</Quiet>
          </View>
          {m.decided.length === 0 ? (
            <Quiet>没有定下要办的事。</Quiet>
          ) : (
            m.decided.map((words) => <Text className="m-words" key={words}>{`定了：${words}`}</Text>)
          )}
        </Card>
      )}
    </ListFaces>
  )
}
