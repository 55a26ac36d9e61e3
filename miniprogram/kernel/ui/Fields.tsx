import { Input, Picker, Textarea, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf, sayDay } from '../../../shared/kernel/time'
import { isBrowser } from '../device'
import { Tap } from './Tap'

const Wrong = ({ children }: { children?: ReactNode }) =>
  children ? (
    <View className="k-wrong" ariaRole="alert">
      {children}
    </View>
  ) : null

function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string
  hint?: string
  error?: string
  children: ReactNode
}) {
  return (
    <View className="k-field">
      <View className="k-label">{label}</View>
      {children}
      {hint && !error ? <View className="k-quiet">{hint}</View> : null}
      <Wrong>{error}</Wrong>
    </View>
  )
}

export interface TextFieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  error?: string
  hint?: string
  max?: number
  long?: boolean
  type?: 'text' | 'number' | 'digit'
  placeholder?: string
}

export function TextField({
  label,
  value,
  onInput,
  error,
  hint,
  max = 140,
  long,
  type = 'text',
  placeholder,
}: TextFieldProps) {
  const className = `k-input${long ? ' k-input-long' : ''}${error ? ' is-wrong' : ''}`
  const shared = { value, placeholder, className }
  // the browser has fields of its own, which keyboards, screen readers and input methods know better
  const field = isBrowser ? (
    long ? (
      <textarea
        {...shared}
        aria-label={label}
        maxLength={max}
        onChange={(e) => onInput(e.currentTarget.value)}
      />
    ) : (
      <input
        {...shared}
        aria-label={label}
        maxLength={max}
        inputMode={type === 'number' ? 'numeric' : type === 'digit' ? 'decimal' : 'text'}
        onChange={(e) => onInput(e.currentTarget.value)}
      />
    )
  ) : long ? (
    <Textarea
      {...shared}
      ariaLabel={label}
      maxlength={max}
      autoHeight
      placeholderClass="k-placeholder"
      onInput={(e) => onInput(e.detail.value)}
    />
  ) : (
    <Input
      {...shared}
      ariaLabel={label}
      maxlength={max}
      type={type}
      placeholderClass="k-placeholder"
      onInput={(e) => onInput(e.detail.value)}
    />
  )
  return (
    <Field label={label} hint={hint} error={error}>
      {field}
    </Field>
  )
}

export interface Option<V extends string> {
  value: V
  label: string
  hint?: string
}

/** A few things to choose one of, each large enough for a thumb. */
export function Choice<V extends string>({
  label,
  options,
  value,
  onChange,
  error,
}: {
  label: string
  options: readonly Option<V>[]
  value?: V
  onChange: (value: V) => void
  error?: string
}) {
  return (
    <Field label={label} error={error}>
      <View className="k-choice" ariaRole="radiogroup" ariaLabel={label}>
        {options.map((o) => (
          <Tap
            key={o.value}
            role="radio"
            checked={o.value === value}
            className={`k-option${o.value === value ? ' is-on' : ''}`}
            label={o.hint ? `${o.label}，${o.hint}` : o.label}
            onTap={() => onChange(o.value)}
          >
            <View className="k-option-dot" />
            <View className="k-row-words">
              <View>{o.label}</View>
              {o.hint ? <View className="k-quiet">{o.hint}</View> : null}
            </View>
          </Tap>
        ))}
      </View>
    </Field>
  )
}

export function DayField({
  label,
  value,
  onChange,
  error,
  hint,
}: {
  label: string
  value?: string
  onChange: (day: string) => void
  error?: string
  hint?: string
}) {
  const shown = value ? sayDay(value) : '选一天'
  return (
    <Field label={label} hint={hint} error={error}>
      {isBrowser ? (
        <input
          type="date"
          className={`k-input${error ? ' is-wrong' : ''}`}
          aria-label={label}
          value={value ?? ''}
          onChange={(e) => {
            if (e.currentTarget.value) onChange(e.currentTarget.value)
          }}
        />
      ) : (
        <Picker mode="date" value={value ?? dayOf(new Date())} onChange={(e) => onChange(e.detail.value)}>
          <View
            className={`k-input k-input-picked${value ? '' : ' k-placeholder'}`}
            ariaLabel={`${label}，${shown}`}
          >
            {shown}
          </View>
        </Picker>
      )}
    </Field>
  )
}

/** One setting, on or off. */
export function Toggle({
  label,
  hint,
  on,
  onChange,
}: {
  label: string
  hint?: string
  on: boolean
  onChange: (on: boolean) => void
}) {
  return (
    <Tap className="k-row" role="switch" checked={on} label={label} onTap={() => onChange(!on)}>
      <View className="k-row-words">
        <View className="k-row-left">{label}</View>
        {hint ? <View className="k-quiet">{hint}</View> : null}
      </View>
      <View className={`k-switch${on ? ' is-on' : ''}`}>
        <View className="k-switch-word">{on ? '开' : '关'}</View>
        <View className="k-switch-knob" />
      </View>
    </Tap>
  )
}
