import { View } from '@tarojs/components'
import { Row } from '../../kernel/ui'
import type { Stop } from '../kept/round'
import './patrol.scss'

/** All checkpoints in their order, those that were ticked with a tick; where one may be gone to next, by a tap. */
export const Stops = ({
  stops,
  isDone,
  doneSays = '打过了',
  onPick,
}: {
  stops: readonly Stop[]
  isDone: (stop: Stop) => boolean
  doneSays?: string
  onPick?: (stop: Stop) => void
}) => (
  <View>
    {stops.map((stop, i) => {
      const done = isDone(stop)
      return (
        <View className="t-stop" key={stop.checkpointId}>
          <View className={`t-stop-number${done ? ' is-done' : ''}`}>{done ? '✓' : i + 1}</View>
          <Row
            left={stop.name}
            quiet={stop.place}
            right={done ? doneSays : undefined}
            {...(onPick && !done && { label: `${stop.name}，选这个`, onTap: () => onPick(stop) })}
          />
        </View>
      )
    })}
  </View>
)
