import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { addDays } from '../../../shared/kernel/time'
import { Quiet, Tap } from '../../kernel/ui'
import './public.scss'

type Day = Output<'whistle.days'>['days'][number]

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** All days of a month, and how many cells stay empty before the first, the week beginning on Monday. */
export function daysOf(month: string): { days: string[]; before: number } {
  const first = `${month}-01`
  const days: string[] = []
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return { days, before: (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7 }
}

const dateOf = (day: string): number => Number(day.slice(8))

/** A month of days: how many whistles each had, and a ring where some are still open. */
export function Calendar({
  month,
  days,
  today,
  chosen,
  onChoose,
}: {
  month: string
  days: readonly Day[]
  today: string
  chosen: string | undefined
  onChoose(day: string | undefined): void
}) {
  const grid = daysOf(month)
  const of = new Map(days.map((d) => [d.day, d]))
  return (
    <View className="p-calendar">
      <View className="p-weeks">
        {weekdays.map((name) => (
          <View key={name} className="p-weekday">
            {name}
          </View>
        ))}
        {grid.days.slice(0, grid.before).map((day) => (
          <View key={`before ${day}`} />
        ))}
        {grid.days.map((day) => {
          const { submitted, open } = of.get(day) ?? { submitted: 0, open: 0 }
          const name = `${Number(month.slice(5))}月${dateOf(day)}日`
          const isToday = day === today ? ' is-today' : ''
          if (submitted === 0)
            return (
              <View key={day} className={`p-day-cell${isToday}`}>
                <View className="p-date">{dateOf(day)}</View>
              </View>
            )
          return (
            <Tap
              key={day}
              className={`p-day-cell is-busy${isToday}${day === chosen ? ' is-on' : ''}`}
              label={`${name}，${submitted} 件${open > 0 ? `，还有 ${open} 件在办` : '，都办完了'}`}
              onTap={() => onChoose(day === chosen ? undefined : day)}
            >
              <View className="p-date">{dateOf(day)}</View>
              <View className="p-count">{submitted}</View>
              {open > 0 ? <View className="p-ring" /> : null}
            </Tap>
          )
        })}
      </View>
      <View className="p-legend">
        <View className="p-ring is-shown" />
        <Quiet>那天的事还有在办的</Quiet>
      </View>
    </View>
  )
}
