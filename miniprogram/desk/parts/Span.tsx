import { View } from '@tarojs/components'
import { Choice, DayField } from '../../kernel/ui'
import './desk.scss'

export interface SpanValue {
  from: string
  to: string | null
}

/** From a day, to a day or without an end. */
export function Span(props: {
  value: SpanValue
  onChange(value: SpanValue): void
  openWords: string
  endWords: string
  fromError?: string
  toError?: string
}) {
  const { value, onChange } = props
  return (
    <View className="d-detail">
      <DayField
        label="从哪天起"
        value={value.from}
        onChange={(from) => onChange({ ...value, from })}
        error={props.fromError}
      />
      <Choice
        label="到哪天为止"
        options={[
          { value: 'open', label: props.openWords },
          { value: 'end', label: props.endWords },
        ]}
        value={value.to === null ? 'open' : 'end'}
        onChange={(kind) => onChange({ ...value, to: kind === 'open' ? null : value.from })}
        error={value.to === null ? props.toError : undefined}
      />
      {value.to !== null && (
        <DayField
          label="最后一天"
          value={value.to}
          onChange={(to) => onChange({ ...value, to })}
          error={props.toError}
        />
      )}
    </View>
  )
}
