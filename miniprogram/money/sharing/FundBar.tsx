import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { Quiet } from '../../kernel/ui'
import { figures } from '../parts/sums'
import '../parts/money.scss'

type Fund = Output<'fund.list'>['items'][number]

/** How much of what was promised has come in; and what became of it. */
export function FundBar({ fund }: { fund: Fund }) {
  const { pledgedFen, receivedFen, spentFen, returnedFen, leftFen } = fund
  const part = pledgedFen > 0 ? Math.min(100, (receivedFen / pledgedFen) * 100) : 0
  return (
    <View className="y-stack">
      <View
        className="y-fill"
        ariaRole="img"
        ariaLabel={`认了 ${figures(pledgedFen)} 元，收到 ${figures(receivedFen)} 元`}
      >
        <View className="y-fill-done" style={{ width: `${part}%` }} />
      </View>
      <View className="y-ends">
        <Quiet className="k-num">{`收到 ${figures(receivedFen)}`}</Quiet>
        <Quiet className="k-num">{`认了 ${figures(pledgedFen)}`}</Quiet>
      </View>
      <View className="y-ends">
        <Quiet className="k-num">{`花了 ${figures(spentFen)}${returnedFen > 0 ? `，退了 ${figures(returnedFen)}` : ''}`}</Quiet>
        <View className="y-amount">{`还剩 ${figures(leftFen)}`}</View>
      </View>
    </View>
  )
}
