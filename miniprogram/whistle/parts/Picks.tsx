import { View } from '@tarojs/components'
import { type Option, Tap } from '../../kernel/ui'
import './whistle.scss'

/** One of many short words. */
export function Picks<V extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string
  options: readonly Option<V>[]
  value: V
  onChange(value: V): void
}) {
  return (
    <View className="k-field">
      <View className="k-label">{label}</View>
      <View className="w-picks" ariaRole="radiogroup" ariaLabel={label}>
        {options.map((o) => (
          <Tap
            key={o.value}
            role="radio"
            checked={o.value === value}
            className={`w-pick${o.value === value ? ' is-on' : ''}`}
            onTap={() => onChange(o.value)}
          >
            {o.label}
          </Tap>
        ))}
      </View>
    </View>
  )
}
