import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { go } from '../../kernel/go'
import { Card, Heading, MainButton, PlainButton, Quiet, Screen } from '../../kernel/ui'

/** What was written down, and what happens next. */
export function IntakeDone(props: {
  communityId: string
  /** Undefined while it waits on this device for signal. */
  made: Output<'whistle.intake'> | undefined
  name: string
  phone: string
  onAgain(): void
}) {
  const { communityId, made } = props
  const due = made?.responseDueAt ?? null
  const who = props.name === '' ? '对方' : props.name
  const call =
    props.phone === ''
      ? '没有留电话，办好以后没法打电话告诉对方。'
      : `办好以后打电话告诉${who}，问问修好没有，满不满意。`
  return (
    <Screen
      title="替居民登记"
      foot={
        <>
          {made && (
            <MainButton onTap={() => go('whistle/one', { communityId, whistleId: made.id })}>
              去受理和派单
            </MainButton>
          )}
          <PlainButton onTap={props.onAgain}>再登记一件</PlainButton>
        </>
      }
    >
      <Card>
        <Heading>{made ? '已经登记' : '先记下了'}</Heading>
        <View>
          {made
            ? '接下来受理，再派给负责的一方。'
            : '现在没有信号，存在这台机器上，有信号时自动发出去，只发一次。'}
        </View>
        {due !== null && (
          <View>{`${made?.provisional ? '暂定' : ''}${sayWhen(new Date(due), new Date())} 前要有人到现场。`}</View>
        )}
        <Quiet>{call}</Quiet>
      </Card>
      {!made && <PlainButton onTap={() => go('account/queue')}>看看待传的内容</PlainButton>}
    </Screen>
  )
}
