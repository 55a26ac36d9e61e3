import { View } from '@tarojs/components'
import { Card, Heading, LinkWord, Quiet } from '../../kernel/ui'
import { itemsOf, type Round, type Stop } from '../kept/round'
import { minutesOf, sayMinutes } from '../kept/words'
import '../parts/patrol.scss'

/** How far it is, and where to go next. */
export function Progress({
  round,
  next,
  onChoose,
}: {
  round: Round
  next: Stop | undefined
  onChoose: () => void
}) {
  const ticked = new Set(itemsOf(round, 'ticks').map((t) => t.checkpointId))
  const done = round.stops.filter((s) => ticked.has(s.checkpointId)).length
  const all = round.stops.length
  const says = `打了 ${done} 个点，共 ${all} 个`
  return (
    <>
      <Card>
        <View className="k-row-inside">
          <Heading>{says}</Heading>
          <Quiet>{`已走 ${sayMinutes(minutesOf(round))}`}</Quiet>
        </View>
        <View className="t-steps" ariaRole="progressbar" ariaLabel={says}>
          {round.stops.map(({ checkpointId }) => {
            const is = ticked.has(checkpointId)
              ? ' is-done'
              : checkpointId === next?.checkpointId
                ? ' is-next'
                : ''
            return <View key={checkpointId} className={`t-step${is}`} />
          })}
        </View>
      </Card>
      <Card>
        <View className="k-row-inside">
          <Quiet>{next ? '下一处' : '都走到了'}</Quiet>
          <LinkWord onTap={onChoose} label={`看全部 ${all} 个点，换一个先去`}>
            全部的点
          </LinkWord>
        </View>
        <View className="t-next">
          <View className="t-next-name">{next ? next.name : '可以结束了'}</View>
          {next ? <Quiet>{next.place}</Quiet> : null}
          {next?.watchFor ? <Quiet>{`看：${next.watchFor}`}</Quiet> : null}
        </View>
      </Card>
    </>
  )
}
