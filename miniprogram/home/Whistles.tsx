import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, LinkWord, Quiet, Row } from '../kernel/ui'
import { sayState, toneOf } from '../whistle/parts/words'
import { Hero } from './Hero'

type Mine = Output<'whistle.mine'>['items'][number]

const shown = 2

export const Blow = () => (
  <Hero
    sign="哨"
    waiting
    title="吹哨"
    says="哪里坏了、脏了、不安全，拍一下"
    onTap={() => go('whistle/new')}
  />
)

/** For whoever is here to work: it may be them who sees it first. */
export const BlowToo = () => (
  <Card onTap={() => go('whistle/new')} label="吹哨，看到哪里坏了、不安全，也可以吹哨">
    <Row left={<Heading>吹哨</Heading>} quiet="看到哪里坏了、脏了、不安全，拍一下" opens />
  </Card>
)

const newest = (items: readonly Mine[]): Mine[] =>
  [...items.filter((w) => w.waitsForMe), ...items.filter((w) => !w.waitsForMe)].slice(0, shown)

const none = (
  <Card>
    <Heading>我的哨</Heading>
    <Quiet>还没有吹过。吹了以后，谁在办、办到哪一步，都写在这里。</Quiet>
  </Card>
)

/** What became of my whistles: what waits for me first, then the newest. */
export function MyWhistles({ isResident }: { isResident: boolean }) {
  const mine = useLoad('whistle.mine', {})
  // whoever works here has other things to see first, and most have none
  if (!isResident && !mine.data?.total) return null
  return (
    <Faces of={mine} lines={1}>
      {({ items, total }) =>
        total === 0 ? (
          none
        ) : (
          <Card>
            <View className="k-row">
              <Heading>我的哨</Heading>
              <LinkWord onTap={() => go('whistle/mine')} label={`我的哨，全部 ${total} 件`}>
                全部 {total}
              </LinkWord>
            </View>
            {newest(items).map((w) => {
              const state = sayState(w.state, w.waitsForMe)
              return (
                <Row
                  key={w.whistleId}
                  left={w.title}
                  quiet={w.says}
                  chip={<Chip tone={toneOf(w.state, w.waitsForMe)}>{state}</Chip>}
                  label={`${w.title}，${state}，${w.says}，打开`}
                  onTap={() => go('whistle/one', { communityId: w.communityId, whistleId: w.whistleId })}
                />
              )
            })}
          </Card>
        )
      }
    </Faces>
  )
}
