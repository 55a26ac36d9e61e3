import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { useList } from '../kernel/load'
import { Label, ListFaces, MainButton, Quiet, Screen } from '../kernel/ui'
import { WhistleCard } from './parts/WhistleCard'

type Mine = Output<'whistle.mine'>['items'][number]

/** Over the first that waits for me, and over the first of the others. */
function GroupName({ items, index }: { items: readonly Mine[]; index: number }) {
  const waiting = items.filter((w) => w.waitsForMe).length
  if (waiting === 0) return null
  if (index === 0) return <Label>等你说一句的 {waiting} 件</Label>
  return index === waiting ? <Label>其他的</Label> : null
}

export default function MyWhistles() {
  const list = useList('whistle.mine', {})
  const items = [...list.items.filter((w) => w.waitsForMe), ...list.items.filter((w) => !w.waitsForMe)]
  const total = list.first?.total ?? 0
  const blow = () => go('whistle/new')
  return (
    <Screen
      title="我的哨"
      foot={
        items.length > 0 ? (
          <MainButton tone="vermilion" onTap={blow}>
            再吹一次哨
          </MainButton>
        ) : undefined
      }
    >
      {total > 0 ? <Quiet>一共 {total} 件，也有你加入的别人的哨。</Quiet> : null}
      <ListFaces
        of={{ ...list, items }}
        keyOf={(w) => w.whistleId}
        lines={4}
        empty={{
          says: '你还没有吹过哨',
          more: '看到哪里坏了、不安全、不方便，拍一张照片就行。每一步进展都会告诉你。',
          act: '吹第一次哨',
          onAct: blow,
        }}
      >
        {(w, i) => (
          <View className="w-list">
            <GroupName items={items} index={i} />
            <WhistleCard whistle={w} waitsForMe={w.waitsForMe} />
          </View>
        )}
      </ListFaces>
    </Screen>
  )
}
