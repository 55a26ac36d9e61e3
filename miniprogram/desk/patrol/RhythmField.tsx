import { timesAMonthAtMost } from '../../../shared/patrol/limits'
import { rhythmNotes } from '../../../shared/patrol/says'
import { Choice, TextField } from '../../kernel/ui'
import { Ticks } from '../parts/Ticks'
import type { Rhythm } from './draftPlan'

type Every = Rhythm['every']
const labels: Record<Every, string> = {
  day: '每天',
  weekday: '每个工作日',
  week: '每周几天',
  month: '每月几次',
  never: '先不走',
}
const everies: readonly Every[] = ['day', 'weekday', 'week', 'month', 'never']
const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((name, i) => ({
  value: String(i + 1),
  label: `周${name}`,
}))

const begin = (every: Every): Rhythm => {
  if (every === 'week') return { every, on: [1] }
  return every === 'month' ? { every, times: 4 } : { every }
}

/** How often, and what holidays do to it. */
export function RhythmField({
  value,
  isNew,
  onChange,
}: {
  value: Rhythm
  isNew: boolean
  onChange: (rhythm: Rhythm) => void
}) {
  return (
    <>
      <Choice
        label="多久走一次"
        options={everies
          .filter((every) => every !== 'never' || !isNew)
          .map((every) => ({ value: every, label: labels[every], hint: rhythmNotes[every] }))}
        value={value.every}
        onChange={(every) => onChange(begin(every))}
      />
      {value.every === 'week' ? (
        <Ticks
          label="哪几天"
          options={weekdays}
          value={value.on.map(String)}
          onChange={(on) => onChange({ every: 'week', on: on.map(Number).sort() })}
          error={value.on.length === 0 ? '至少选一天' : undefined}
        />
      ) : null}
      {value.every === 'month' ? (
        <TextField
          label="一个月几次"
          type="number"
          value={value.times > 0 ? String(value.times) : ''}
          onInput={(typed) => onChange({ every: 'month', times: Number(typed.replace(/\D/g, '')) || 0 })}
          error={
            value.times < 1 || value.times > timesAMonthAtMost ? `填 1 到 ${timesAMonthAtMost}` : undefined
          }
        />
      ) : null}
    </>
  )
}
