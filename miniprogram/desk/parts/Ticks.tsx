import { View } from '@tarojs/components'
import { Tap } from '../../kernel/ui'
import type { Option } from './scopes'
import './desk.scss'

/** Any number of a list, each large enough for a thumb. */
export function Ticks(props: {
  label: string
  options: readonly Option[]
  value: readonly string[]
  onChange(value: string[]): void
  error?: string
}) {
  const { value, onChange } = props
  const turn = (v: string) => onChange(value.includes(v) ? value.filter((x) => x !== v) : [...value, v])
  return (
    <View className="k-field">
      <View className="k-label">{props.label}</View>
      <View className="k-choice" ariaRole="group" ariaLabel={props.label}>
        {props.options.map((o) => {
          const on = value.includes(o.value)
          return (
            <Tap
              key={o.value}
              role="checkbox"
              checked={on}
              className={`k-option${on ? ' is-on' : ''}`}
              label={o.hint ? `${o.label}，${o.hint}` : o.label}
              onTap={() => turn(o.value)}
            >
              <View className="d-tick">{on ? '✓' : ''}</View>
              <View className="k-row-words">
                <View>{o.label}</View>
                {o.hint && <View className="k-quiet">{o.hint}</View>}
              </View>
            </Tap>
          )
        })}
      </View>
      {props.error && (
        <View className="k-wrong" ariaRole="alert">
          {props.error}
        </View>
      )}
    </View>
  )
}
