import { View } from '@tarojs/components'
import { useState } from 'react'
import { Choice, Row, Sheet } from '../../kernel/ui'
import './desk.scss'

/** One line that opens a sheet to choose from. */
export function PickLine<V extends string>(props: {
  label: string
  options: readonly { value: V; label: string; hint?: string }[]
  value: V | undefined
  without: string
  error?: string
  onChange(value: V): void
}) {
  const [open, setOpen] = useState(false)
  const { label, options, value, without } = props
  const name = options.find((o) => o.value === value)?.label ?? without
  return (
    <View className="k-field">
      <View className="k-label">{label}</View>
      <View className="d-filter">
        <Row left={name} label={`${label}：${name}，选`} onTap={() => setOpen(true)} />
      </View>
      {props.error && (
        <View className="k-wrong" ariaRole="alert">
          {props.error}
        </View>
      )}
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <Choice
          label={label}
          options={options}
          value={value}
          onChange={(picked) => {
            props.onChange(picked)
            setOpen(false)
          }}
        />
      </Sheet>
    </View>
  )
}
