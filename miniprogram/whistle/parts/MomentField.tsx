import { Picker, View } from '@tarojs/components'
import { dayOf } from '../../../shared/kernel/time'
import { isBrowser } from '../../kernel/device'
import { DayField } from '../../kernel/ui'
import './whistle.scss'

const inChina = 8 * 3_600_000

/** 17:00 */
const clockOf = (at: Date): string => new Date(at.getTime() + inChina).toISOString().slice(11, 16)

const momentOf = (day: string, clock: string): string => new Date(`${day}T${clock}:00+08:00`).toISOString()

export function ClockField({
  label,
  value,
  onChange,
  name = '几点',
}: {
  label: string
  value: string
  onChange(clock: string): void
  /** What is seen above it; the label is what a screen reader tells. */
  name?: string
}) {
  const change = (clock: string) => {
    if (/^\d\d:\d\d$/.test(clock)) onChange(clock)
  }
  return (
    <View className="k-field">
      <View className="k-label">{name}</View>
      {isBrowser ? (
        <input
          type="time"
          className="k-input"
          aria-label={label}
          value={value}
          onChange={(e) => change(e.currentTarget.value)}
        />
      ) : (
        <Picker mode="time" value={value} onChange={(e) => change(e.detail.value)}>
          <View className="k-input k-input-picked" ariaLabel={`${label}，${value}`}>
            {value}
          </View>
        </Picker>
      )}
    </View>
  )
}

/** A day and a time of day in China. */
export function MomentField({
  label,
  value,
  onChange,
  error,
}: {
  label: string
  /** An instant. */
  value: string
  onChange(instant: string): void
  error?: string
}) {
  const at = new Date(value)
  const [day, clock] = [dayOf(at), clockOf(at)]
  return (
    <View className="w-moment">
      <DayField label={label} value={day} onChange={(to) => onChange(momentOf(to, clock))} error={error} />
      <ClockField label={`${label}，几点`} value={clock} onChange={(to) => onChange(momentOf(day, to))} />
    </View>
  )
}
