import { View } from '@tarojs/components'
import { tieKindWords } from '../../../shared/home/words'
import { useLoad } from '../../kernel/load'
import { Card, Faces, Quiet, Row } from '../../kernel/ui'
import { isOver, sayName } from './says'

/** Who the roll already knows in a home: what a claim is held against. */
export function HomeOnRoll(props: { communityId: string; homeId: string; onOpen?(): void }) {
  const home = useLoad('home.get', { communityId: props.communityId, homeId: props.homeId })
  const now = new Date()
  return (
    <Card onTap={props.onOpen} label="打开这一户">
      <Quiet>名册上这一户登记着</Quiet>
      <Faces of={home} lines={2}>
        {(data) => (
          <View>
            {data.ties.length === 0 && <Row left="还没有登记任何人" />}
            {data.ties.map((t) => (
              <Row
                key={t.tieId}
                left={sayName(t.name)}
                quiet={t.phone ?? '没有手机号'}
                right={isOver(t.to, now) ? `${tieKindWords[t.kind]}，已结束` : tieKindWords[t.kind]}
              />
            ))}
          </View>
        )}
      </Faces>
    </Card>
  )
}
