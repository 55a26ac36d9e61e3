import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../../shared/account/words'
import { Choice, Sheet, Tap } from '../../kernel/ui'

const Step = ({
  to,
  none,
  isBack,
  onGo,
}: {
  to?: string
  none: string
  isBack?: boolean
  onGo(to: string): void
}) => (
  <Tap
    className="y-month-step"
    disabled={to === undefined}
    label={to ? `看${sayPeriod(to)}` : none}
    onTap={() => to && onGo(to)}
  >
    {to ? <View className={`k-chevron${isBack ? ' k-chevron-left' : ''}`} /> : null}
  </Tap>
)

/** The month that is looked at, the ones beside it, and any other from a list; the last comes first. */
export function MonthPick(props: {
  months: readonly string[]
  month: string
  onChange(month: string): void
}) {
  const { months, month, onChange } = props
  const [open, setOpen] = useState(false)
  const at = months.indexOf(month)
  return (
    <View className="y-month">
      <Step to={at < 0 ? undefined : months[at + 1]} none="前面没有了" isBack onGo={onChange} />
      <Tap className="y-month-name" label={`${sayPeriod(month)}，换一个月`} onTap={() => setOpen(true)}>
        {sayPeriod(month)}
      </Tap>
      <Step to={at > 0 ? months[at - 1] : undefined} none="后面还没有" onGo={onChange} />
      <Sheet open={open} title="看哪个月" onClose={() => setOpen(false)}>
        <Choice
          label="哪个月"
          options={months.map((value) => ({ value, label: sayPeriod(value) }))}
          value={month}
          onChange={(picked) => {
            setOpen(false)
            onChange(picked)
          }}
        />
      </Sheet>
    </View>
  )
}
