import { View } from '@tarojs/components'
import { skillWords } from '../../../shared/checkin/words'
import { lineId } from '../../desk/parts/useWalk'
import { Chip, Quiet, Tap } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { type Listed, sayCheckin, toneToWorker } from './words'
import '../../desk/parts/whistles.scss'

/** One member in the community's list. */
export function CheckinLine(props: {
  of: Listed
  waited?: string
  isOpen: boolean
  isAt: boolean
  onOpen(): void
}) {
  const { of } = props
  const chip = props.waited ?? sayCheckin(of)
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(of.checkinId)}
    >
      <Tap
        className="d-line-open"
        label={`${of.name}，${of.unit ?? '无职党员'}，${chip}，打开`}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{of.name}</View>
          <View>{of.unit ?? of.home ?? '没有选住户'}</View>
          <Quiet>
            {beside(
              of.unit === null ? undefined : of.home,
              of.from && `从${of.from.community}转来`,
              of.homes > 0 && `包 ${of.homes} 户`,
              of.skills.map((s) => skillWords[s]).join('、'),
            )}
          </Quiet>
        </View>
        <View className="d-line-due">
          <Chip tone={toneToWorker(of.state)}>{chip}</Chip>
        </View>
      </Tap>
    </View>
  )
}
