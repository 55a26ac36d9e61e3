import { View } from '@tarojs/components'
import { Row } from '../../kernel/ui'
import type { Stop } from '../kept/round'
import './patrol.scss'

/** All checkpoints in their order, those that were ticked with a tick; where one may be gone to next, by a tap. */
export const Stops = ({
  stops,
  isDone,
  onPick,
}: {
  stops: readonly Stop[]
  isDone: (stop: Stop) => boolean
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
            right={done ? '打过了' : undefined}
            {...(onPick &&
              !done && { label: `${stop.name}，先去这里`, onTap: () => onPick(stop) })}
          />
        </View>
      )
    })}
  </View>
)
