import { View } from '@tarojs/components'
import { sayPeriod } from '../../../shared/account/words'
import { PickLine } from '../../desk/parts/PickLine'
import { PlainButton } from '../../kernel/ui'

/** The month that is looked at, the ones beside it, and any other from a list; the last comes first. */
export function MonthPick(props: {
  months: readonly string[]
  month: string
  onChange(month: string): void
}) {
  const { months, month, onChange } = props
  const at = months.indexOf(month)
  const [earlier, later] = [at < 0 ? undefined : months[at + 1], at > 0 ? months[at - 1] : undefined]
  return (
    <View className="y-month">
      <PlainButton
        disabled={earlier === undefined}
        label={earlier ? `看${sayPeriod(earlier)}` : '前面没有了'}
        onTap={() => earlier && onChange(earlier)}
      >
        上个月
      </PlainButton>
      <View className="y-month-name">
        <PickLine
          label="哪个月"
          options={months.map((value) => ({ value, label: sayPeriod(value) }))}
          value={month}
          without={sayPeriod(month)}
          onChange={onChange}
        />
      </View>
      <PlainButton
        disabled={later === undefined}
        label={later ? `看${sayPeriod(later)}` : '后面还没有'}
        onTap={() => later && onChange(later)}
      >
        下个月
      </PlainButton>
    </View>
  )
}
