import { View } from '@tarojs/components'
import { sayMinutes } from '../../../shared/service/words'
import { recordStateWords, remarkWords, sayRecordState } from '../../../shared/serviceRecord/words'
import { lineId } from '../../desk/parts/useWalk'
import { Chip, Quiet, Tap, type Tone } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import type { ServiceRecord } from './words'
import '../../desk/parts/whistles.scss'

/** Where it is in its way to the unit. */
function sayStand({ state, remark, readAt, unit }: ServiceRecord): { tone: Tone; says: string } {
  if (state === 'sent') return { tone: 'pine', says: sayRecordState('sent', unit) }
  if (state === 'shown')
    return readAt === null
      ? { tone: 'sun', says: recordStateWords.shown }
      : { tone: 'vermilion', says: unit === null ? '看过了，可以存档' : '看过了，可以送' }
  return remark === null
    ? { tone: 'vermilion', says: '等写评价' }
    : { tone: 'vermilion', says: '可以给本人看' }
}

export function RecordLine(props: { record: ServiceRecord; isOpen: boolean; isAt: boolean; onOpen(): void }) {
  const { record } = props
  const { tone, says } = sayStand(record)
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(record.serviceRecordId)}
    >
      <Tap className="d-line-open" label={`${record.name}，${says}，打开`} onTap={props.onOpen}>
        <View className="d-line-words">
          <View className="d-line-title">{record.name}</View>
          <View>{record.unit ?? '无职党员'}</View>
          <Quiet>
            {beside(
              `服务 ${sayMinutes(record.minutes)}`,
              `包 ${record.homes} 户`,
              record.remark && remarkWords[record.remark],
            )}
          </Quiet>
        </View>
        <View className="d-line-due">
          <Chip tone={tone}>{says}</Chip>
        </View>
      </Tap>
    </View>
  )
}
