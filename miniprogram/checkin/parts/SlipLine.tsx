import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayDay } from '../../../shared/kernel/time'
import { sayNumber } from '../../../shared/slip/number'
import { slipStandWords } from '../../../shared/slip/words'
import { lineId } from '../../desk/parts/useWalk'
import { Chip, Quiet, Tap } from '../../kernel/ui'
import { sayWaited } from '../../kernel/waited'
import { beside } from '../../whistle/parts/words'
import { toneOfStand } from './words'
import '../../desk/parts/whistles.scss'

/** One slip in the unit's list. */
export function SlipLine(props: {
  of: Output<'slip.list'>['items'][number]
  now: Date
  isOpen: boolean
  isAt: boolean
  onOpen(): void
}) {
  const { of, now } = props
  const waited = of.stand === 'waiting' && `开了 ${sayWaited(of.issuedAt, now)}`
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(of.slipId)}
    >
      <Tap
        className="d-line-open"
        label={`${of.name}，${slipStandWords[of.stand]}，打开`}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{of.name}</View>
          <View className="k-num">{sayNumber(of.number)}</View>
          <Quiet>{beside(of.phone, waited, of.community ?? `${sayDay(of.expires)}前有效`)}</Quiet>
        </View>
        <View className="d-line-due">
          <Chip tone={toneOfStand(of.stand)}>{slipStandWords[of.stand]}</Chip>
        </View>
      </Tap>
    </View>
  )
}
