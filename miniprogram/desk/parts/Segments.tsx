import { View } from '@tarojs/components'
import { Tap } from '../../kernel/ui'
import './desk.scss'

/** A few views of one list, of which one is shown. */
export function Segments<V extends string>(props: {
  label: string
  options: readonly { value: V; label: string }[]
  value: V
  onChange(value: V): void
}) {
  return (
    <View className="d-segments" ariaRole="tablist" ariaLabel={props.label}>
      {props.options.map((o) => (
        <Tap
          key={o.value}
          role="tab"
          checked={o.value === props.value}
          className={`d-segment${o.value === props.value ? ' is-on' : ''}`}
          onTap={() => props.onChange(o.value)}
        >
          {o.label}
        </Tap>
      ))}
    </View>
  )
}
