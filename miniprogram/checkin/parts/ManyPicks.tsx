import { View } from '@tarojs/components'
import { Quiet, Tap } from '../../kernel/ui'
import '../../whistle/parts/whistle.scss'
import './checkin.scss'

/** Any number of many short words. */
export function ManyPicks<V extends string>(props: {
  label: string
  options: readonly V[]
  words: Record<V, string>
  value: readonly V[]
  onChange(value: V[]): void
  hint?: string
  error?: string
}) {
  const { label, options, words, value, onChange } = props
  const turn = (v: V) => onChange(value.includes(v) ? value.filter((x) => x !== v) : [...value, v])
  return (
    <View className="k-field">
      <View className="k-label">{label}</View>
      {props.hint ? <Quiet>{props.hint}</Quiet> : null}
      <View className="w-picks" ariaRole="group" ariaLabel={label}>
        {options.map((v) => (
          <Tap
            key={v}
            role="checkbox"
            checked={value.includes(v)}
            label={words[v]}
            className={`w-pick${value.includes(v) ? ' is-on' : ''}`}
            onTap={() => turn(v)}
          >
            {value.includes(v) ? `✓ ${words[v]}` : words[v]}
          </Tap>
        ))}
      </View>
      {props.error ? (
        <View className="k-wrong" ariaRole="alert">
          {props.error}
        </View>
      ) : null}
    </View>
  )
}
