import { View } from '@tarojs/components'
import type { Input, Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Faces, Heading, Quiet } from '../../kernel/ui'
import { beside, sayJoined } from '../../whistle/parts/words'
import './desk.scss'

type Like = Output<'whistle.similar'>['items'][number]

const shownAtMost = 5

const One = ({ of, now }: { of: Like; now: Date }) => {
  const where = beside(of.place, sayWhen(new Date(of.submittedAt), now), sayJoined(of.joined))
  return (
    <Card
      onTap={() => go('whistle/one', { communityId: of.communityId, whistleId: of.whistleId })}
      label={`${of.title}，${where}，${of.says}，打开看是不是同一件`}
    >
      <View>
        <View className="d-line-title">{of.title}</View>
        <Quiet className="k-pieces">{where}</Quiet>
        {of.words !== null && of.words !== of.title && <View className="d-long">{of.words}</View>}
      </View>
      <Quiet>{of.says}</Quiet>
    </Card>
  )
}

/** Open ones of the compound that may be the same: a worker opens it and goes on there instead of writing it down twice. */
export function LikeThis({ of }: { of: Input<'whistle.similar'> | null }) {
  const like = useLoad('whistle.similar', of)
  if (of === null) return <Quiet>选好小区、写下几个字以后，这里会列出正在办的类似的事。</Quiet>
  return (
    <Faces of={like} lines={2}>
      {({ items }) =>
        items.length === 0 ? (
          <Quiet>这个小区没有正在办的类似的事。</Quiet>
        ) : (
          <>
            <View>
              <Heading>先看看是不是同一件</Heading>
              <Quiet>是同一件就打开那一件接着办，不用再登记。</Quiet>
            </View>
            {items.slice(0, shownAtMost).map((item) => (
              <One key={item.whistleId} of={item} now={new Date()} />
            ))}
          </>
        )
      }
    </Faces>
  )
}
