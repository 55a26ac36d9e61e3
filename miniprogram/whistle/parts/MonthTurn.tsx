import { View } from '@tarojs/components'
import { Heading, Tap } from '../../kernel/ui'
import './public.scss'

/** The month before or after, `2026-11`. */
export function turnMonth(month: string, by: 1 | -1): string {
  const [year = 0, n = 1] = month.split('-').map(Number)
  const months = year * 12 + (n - 1) + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

export const sayMonth = (month: string): string => {
  const [year, n] = month.split('-').map(Number)
  return `${year}年${n}月`
}

/** One month and the way to those beside it; what is to come has no whistles. */
export function MonthTurn(props: { month: string; last: string; onTurn(month: string): void }) {
  const { month, last, onTurn } = props
  const later = turnMonth(month, 1)
  return (
    <View className="p-month">
      <Tap className="p-month-turn" label="上个月" onTap={() => onTurn(turnMonth(month, -1))}>
        <View className="k-chevron k-chevron-left" />
      </Tap>
      <Heading>{sayMonth(month)}</Heading>
      {later <= last ? (
        <Tap className="p-month-turn" label="下个月" onTap={() => onTurn(later)}>
          <View className="k-chevron" />
        </Tap>
      ) : (
        <View className="p-month-turn" />
      )}
    </View>
  )
}
