import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import type { Emergency } from '../../../shared/whistle/categories'
import { go, goInstead } from '../../kernel/go'
import { Card, Heading, MainButton, PlainButton, Quiet, Screen } from '../../kernel/ui'
import { First } from './First'

const Told = ({ children }: { children: string }) => <View className="told">{children}</View>

/** What happens next, with a day and an hour; and the way to it. */
export function Sent({
  sent,
  communityId,
  emergency,
}: {
  sent: Output<'whistle.submit'>
  communityId: string
  emergency?: Emergency
}) {
  const now = new Date()
  const when = (due: string) => sayWhen(new Date(due), now)
  return (
    <Screen
      title="吹哨"
      foot={
        <MainButton onTap={() => goInstead('whistle/one', { communityId, whistleId: sent.id })}>
          看这件事的进展
        </MainButton>
      }
    >
      {emergency ? <First emergency={emergency} /> : null}
      <Card>
        <Heading>吹出去了</Heading>
        {sent.responseDueAt ? <Told>{`社区 ${when(sent.responseDueAt)} 前回复你`}</Told> : null}
        {sent.resolutionDueAt ? <View>{`${when(sent.resolutionDueAt)} 前办好`}</View> : null}
        {sent.provisional ? <Quiet>明年的放假安排还没公布，公布后时限会跟着调整。</Quiet> : null}
        <Quiet>每走一步，“消息”里都会告诉你。</Quiet>
      </Card>
      <PlainButton onTap={() => go('home/index')}>回首页</PlainButton>
    </Screen>
  )
}

/** Without signal: where it is now, and that it goes by itself. */
export const Kept = ({ photos, emergency }: { photos: number; emergency?: Emergency }) => (
  <Screen title="吹哨" foot={<MainButton onTap={() => go('home/index')}>回首页</MainButton>}>
    {emergency ? <First emergency={emergency} /> : null}
    <Card>
      <Heading>先记下了</Heading>
      <View>
        {`现在没有信号，${photos > 0 ? `${photos} 张照片和说明` : '说明'}存在这台手机上，有信号时自动发出去，只发一次。`}
      </View>
    </Card>
    <PlainButton onTap={() => goInstead('account/queue')}>看看待传的内容</PlainButton>
  </Screen>
)
