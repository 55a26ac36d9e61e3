import { View } from '@tarojs/components'
import { monthsAtMost } from '../../../shared/rates/definitions'
import { monthsOf, sayMonth } from '../../../shared/rates/words'
import { Label, Tap } from '../../kernel/ui'
import { type Period, type Preset, periodOf, presets, presetWords, stepMonth } from './ratesOf'
import { Segments } from './Segments'
import './rates.scss'

/** One month, and a step to the one before or after it. */
function MonthStep(props: {
  label: string
  value: string
  mayGo(to: string): boolean
  onChange(month: string): void
}) {
  const { label, value } = props
  const step = (by: 1 | -1, word: string) => {
    const to = stepMonth(value, by)
    if (!props.mayGo(to)) return <View className="r-step" />
    return (
      <Tap className="r-step" label={`${label}，${word}`} onTap={() => props.onChange(to)}>
        <View className={`k-chevron${by === -1 ? ' k-chevron-left' : ''}`} />
      </Tap>
    )
  }
  return (
    <View className="r-month">
      <Label>{label}</Label>
      {step(-1, '早一个月')}
      <View className="r-month-name">{sayMonth(value)}</View>
      {step(1, '晚一个月')}
    </View>
  )
}

/** Which months, both ends with them; what is to come cannot be chosen. */
export function RatesPeriod(props: {
  preset: Preset
  value: Period
  thisMonth: string
  onChange(preset: Preset, period: Period): void
}) {
  const { preset, value, thisMonth, onChange } = props
  const fits = (fromMonth: string, toMonth: string) => {
    const months = monthsOf(fromMonth, toMonth).length
    return months > 0 && months <= monthsAtMost && toMonth <= thisMonth
  }
  return (
    <>
      <Segments
        label="看哪段时间"
        options={presets.map((p) => ({ value: p, label: presetWords[p] }))}
        value={preset}
        onChange={(next) => onChange(next, next === 'own' ? value : periodOf(next, thisMonth))}
      />
      {preset === 'own' && (
        <View className="r-months">
          <MonthStep
            label="从"
            value={value.fromMonth}
            mayGo={(to) => fits(to, value.toMonth)}
            onChange={(fromMonth) => onChange('own', { ...value, fromMonth })}
          />
          <MonthStep
            label="到"
            value={value.toMonth}
            mayGo={(to) => fits(value.fromMonth, to)}
            onChange={(toMonth) => onChange('own', { ...value, toMonth })}
          />
        </View>
      )}
    </>
  )
}
