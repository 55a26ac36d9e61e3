import { View } from '@tarojs/components'
import { dayOf } from '../../../shared/kernel/time'
import type { WorkHours } from '../../../shared/service/fields'
import { Choice, DayField, PlainButton, Quiet } from '../../kernel/ui'
import { ClockField } from '../../whistle/parts/MomentField'
import './checkin.scss'

type Spans = { from: string; to: string }[]
export const usualWork: WorkHours = {
  kind: 'workdays',
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ],
}
const spansAtMost = 4
const daysAtMost = 28
const shift: Spans = [{ from: '08:00', to: '20:00' }]

function SpanFields({ spans, of, onChange }: { spans: Spans; of: string; onChange(spans: Spans): void }) {
  const set = (i: number, change: Partial<Spans[number]>) =>
    onChange(spans.map((s, at) => (at === i ? { ...s, ...change } : s)))
  return (
    <View className="p-spans">
      {spans.map((span, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span has no name but its place
        <View key={i} className="p-span">
          <ClockField
            label={`${of}第 ${i + 1} 段，从几点`}
            value={span.from}
            onChange={(from) => set(i, { from })}
            name="从几点"
          />
          <ClockField
            label={`${of}第 ${i + 1} 段，到几点`}
            value={span.to}
            onChange={(to) => set(i, { to })}
            name="到几点"
          />
          <PlainButton
            label={`${of}第 ${i + 1} 段，去掉`}
            onTap={() => onChange(spans.filter((_, at) => at !== i))}
          >
            去掉
          </PlainButton>
        </View>
      ))}
      {spans.length < spansAtMost ? (
        <PlainButton
          label={`${of}加一段`}
          onTap={() =>
            onChange([
              ...spans,
              spans.length === 0 ? { from: '09:00', to: '17:30' } : { from: '18:00', to: '21:00' },
            ])
          }
        >
          {spans.length === 0 ? '这天上班，加时间' : '再加一段'}
        </PlainButton>
      ) : null}
    </View>
  )
}

/** Own working hours: what is served within them is shown and not counted. */
export function WorkField({
  value,
  onChange,
  error,
}: {
  value: WorkHours
  onChange(work: WorkHours): void
  error?: string
}) {
  return (
    <View className="d-detail">
      <Choice
        label="什么时候上班"
        options={[
          { value: 'workdays', label: '工作日上班', hint: '放假和调休的日子会自动算对' },
          { value: 'shifts', label: '轮班', hint: '几天一轮，周末也照轮' },
          { value: 'none', label: '不上班', hint: '退休了，或没有固定时间' },
        ]}
        value={value.kind}
        error={error}
        onChange={(kind) => {
          if (kind === value.kind) return
          onChange(
            kind === 'none'
              ? { kind }
              : kind === 'workdays'
                ? usualWork
                : { kind, start: dayOf(new Date()), days: [shift, []] },
          )
        }}
      />
      {value.kind === 'workdays' ? (
        <SpanFields of="上班" spans={value.spans} onChange={(spans) => onChange({ ...value, spans })} />
      ) : null}
      {value.kind === 'shifts' ? (
        <>
          <DayField
            label="这一轮从哪天开始"
            value={value.start}
            onChange={(start) => onChange({ ...value, start })}
          />
          {value.days.map((spans, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day of the turn is known by its place
            <View key={i} className="k-field">
              <View className="k-label">{`第 ${i + 1} 天${spans.length === 0 ? '，休息' : ''}`}</View>
              <SpanFields
                of={`第 ${i + 1} 天`}
                spans={spans}
                onChange={(next) =>
                  onChange({ ...value, days: value.days.map((d, at) => (at === i ? next : d)) })
                }
              />
            </View>
          ))}
          <View className="d-acts is-small">
            {value.days.length < daysAtMost ? (
              <PlainButton onTap={() => onChange({ ...value, days: [...value.days, []] })}>
                这一轮再加一天
              </PlainButton>
            ) : null}
            {value.days.length > 1 ? (
              <PlainButton onTap={() => onChange({ ...value, days: value.days.slice(0, -1) })}>
                少一天
              </PlainButton>
            ) : null}
          </View>
        </>
      ) : null}
      <Quiet>上班时间里的服务只记，不算时长。到第二天才下班的，“到几点”写第二天的时间。</Quiet>
    </View>
  )
}
