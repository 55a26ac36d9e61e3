import { View } from '@tarojs/components'
import type { Picture } from '../../../shared/account/money'
import { Card, Quiet } from '../../kernel/ui'
import { figures, sayIn, sayOut } from './sums'
import './money.scss'

type Sums = Pick<Picture, 'openingFen' | 'closingFen' | 'sourcesFen' | 'usesFen'>

/** What is there, and how it came to that: what was there before, what came, what went. */
export const OnBooks = ({ says, before, sums }: { says: string; before: string; sums: Sums }) => (
  <Card>
    <View>
      <Quiet>{says}</Quiet>
      <View className="y-balance">
        <View className="y-balance-sum">{figures(sums.closingFen)}</View>
        <Quiet>元</Quiet>
      </View>
    </View>
    <View className="y-beside">
      <Quiet>{`${before} ${figures(sums.openingFen)}`}</Quiet>
      <Quiet>{`收 ${sayIn(sums.sourcesFen)}`}</Quiet>
      <Quiet>{`支 ${sayOut(sums.usesFen)}`}</Quiet>
    </View>
  </Card>
)
