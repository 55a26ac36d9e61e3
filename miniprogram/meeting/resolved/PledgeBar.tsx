import { View } from '@tarojs/components'
import { sayYuan } from '../../../shared/kernel/money'
import { Quiet } from '../../kernel/ui'
import type { Resolution } from '../parts/Decided'
import '../parts/meeting.scss'

type Totals = NonNullable<Resolution['pledge']>

/** How much of what is wanted neighbours have given their word for: in total, for everybody; what is missing only while it may still come. */
export function PledgeBar({ pledge, over }: { pledge: Totals; over: boolean }) {
  const { targetFen, pledgedFen, homes } = pledge
  const part = Math.min(100, (pledgedFen / targetFen) * 100)
  const left = targetFen - pledgedFen
  const says = `要 ${sayYuan(targetFen)}，${homes} 户已认 ${sayYuan(pledgedFen)}`
  return (
    <View className="m-stack" ariaRole="progressbar" ariaLabel={says}>
      <View>{says}</View>
      <View className="m-bar">
        <View className="m-bar-done" style={{ width: `${part}%` }} />
      </View>
      {left > 0 && over ? null : <Quiet>{left > 0 ? `还差 ${sayYuan(left)}` : '认满了'}</Quiet>}
    </View>
  )
}
