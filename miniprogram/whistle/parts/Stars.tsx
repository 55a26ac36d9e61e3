import { View } from '@tarojs/components'
import { Quiet, Tap } from '../../kernel/ui'
import './whistle.scss'

const words = ['很不满意', '不满意', '还可以', '满意', '很满意'] as const

/** How content somebody is: told by filled stars and by a word. */
export function Stars({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  value: number | undefined
  onChange(stars: number): void
  error?: string
}) {
  return (
    <View className="k-field">
      <View className="k-label">{label}</View>
      <View className="w-stars" ariaRole="radiogroup" ariaLabel={label}>
        {words.map((word, i) => {
          const on = value !== undefined && i < value
          return (
            <Tap
              key={word}
              role="radio"
              checked={value === i + 1}
              className={`w-star${on ? ' is-on' : ''}`}
              label={`${i + 1} 颗星，${word}`}
              onTap={() => onChange(i + 1)}
            >
              {on ? '★' : '☆'}
            </Tap>
          )
        })}
      </View>
      {value === undefined ? null : <Quiet>{words[value - 1]}</Quiet>}
      {error ? (
        <View className="k-wrong" ariaRole="alert">
          {error}
        </View>
      ) : null}
    </View>
  )
}
