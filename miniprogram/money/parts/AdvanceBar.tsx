import { View } from '@tarojs/components'
import { Quiet } from '../../kernel/ui'
import { figures } from './sums'
import './money.scss'

/** What was laid out for the compound, and how much of it is paid back: it fills. */
export function AdvanceBar({ totalFen, repaidFen }: { totalFen: number; repaidFen: number }) {
  const part = totalFen > 0 ? Math.min(100, (repaidFen / totalFen) * 100) : 0
  const owed = totalFen - repaidFen
  return (
    <View
      className="y-stack"
      ariaRole="progressbar"
      ariaLabel={`一共 ${figures(totalFen)} 元，已还 ${figures(repaidFen)} 元，还欠 ${figures(owed)} 元`}
    >
      <View className="y-fill">
        <View className="y-fill-done" style={{ width: `${part}%` }} />
      </View>
      <View className="y-ends">
        <Quiet className="k-num">{`已还 ${figures(repaidFen)}`}</Quiet>
        <Quiet className="k-num">
          {owed === 0 ? `共 ${figures(totalFen)}，还清了` : `共 ${figures(totalFen)}`}
        </Quiet>
      </View>
    </View>
  )
}
