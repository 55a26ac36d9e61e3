import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { tieKindWords } from '../../../shared/home/words'
import { Card, Chip, Heading, PlainButton, Quiet } from '../../kernel/ui'
import { sayName, saySpan } from './says'
import './desk.scss'

/** One person of a home. */
export function TieCard(props: {
  tie: Output<'home.get'>['ties'][number]
  onReveal?(): void
  onEnd?(): void
  onRepresent?(): void
  onRecord?(): void
}) {
  const { tie } = props
  const who = sayName(tie.name)
  return (
    <Card>
      <View className="d-headline">
        <View className="d-grow">
          <Heading>{who}</Heading>
          <Quiet>{tie.phone ?? '没有手机号'}</Quiet>
          <Quiet>{saySpan(tie.from, tie.to)}</Quiet>
          <Quiet>{tie.bound ? '本人已用小程序登录' : '本人还没有用小程序登录'}</Quiet>
        </View>
        <View className="d-chips">
          <Chip tone="quiet">{tieKindWords[tie.kind]}</Chip>
          {tie.representative && <Chip tone="pine">表决代表</Chip>}
        </View>
      </View>
      {(props.onReveal || props.onEnd || props.onRepresent || props.onRecord) && (
        <View className="d-acts is-small">
          {props.onReveal && (
            <PlainButton onTap={props.onReveal} label={`看 ${who} 的完整号码`}>
              看完整号码
            </PlainButton>
          )}
          {props.onRepresent && (
            <PlainButton onTap={props.onRepresent} label={`让 ${who} 做表决代表`}>
              做表决代表
            </PlainButton>
          )}
          {props.onEnd && (
            <PlainButton onTap={props.onEnd} label={`结束 ${who} 的登记`}>
              结束登记
            </PlainButton>
          )}
          {props.onRecord && (
            <PlainButton onTap={props.onRecord} label={`${who} 的办事记录`}>
              办事记录
            </PlainButton>
          )}
        </View>
      )}
    </Card>
  )
}
