import { View } from '@tarojs/components'
import { Quiet, Tap } from '../../kernel/ui'
import { daysOf } from '../../whistle/parts/Calendar'
import type { Counts, Told } from './monthOf'
import '../../whistle/parts/public.scss'
import './month.scss'

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** How a day went, in a sign and in words. */
function markOf({ due, walked, partly, missed, rounds }: Counts): { sign: string; is: string; says: string } {
  if (missed > 0) return { sign: '✗', is: ' is-missed', says: `没有走 ${missed} 次` }
  if (partly > 0) return { sign: '缺', is: ' is-missed', says: `走了一部分 ${partly} 次` }
  if (walked > 0) return { sign: '✓', is: ' is-walked', says: `走完 ${walked} 次` }
  if (due > 0) return { sign: '·', is: '', says: `应走 ${due} 次，还没到` }
  return { sign: '✓', is: ' is-walked', says: `走了 ${rounds} 次` }
}

/** A month of days: what was due and how it went; holidays by their names. */
export function DayCalendar(props: {
  month: string
  days: Told['days']
  chosen: string | undefined
  onChoose: (day: string) => void
}) {
  const { month, chosen } = props
  const { days, before } = daysOf(month)
  const of = new Map(props.days.map((d) => [d.day, d]))
  return (
    <View className="p-calendar">
      <View className="p-weeks">
        {weekdays.map((name) => (
          <View key={name} className="p-weekday">
            {name}
          </View>
        ))}
        {days.slice(0, before).map((day) => (
          <View key={`before ${day}`} />
        ))}
        {days.map((day) => {
          const told = of.get(day)
          const date = Number(day.slice(8))
          const holiday = told?.holiday
          const shown = holiday ? (
            <View className="m-holiday">{holiday.slice(0, 2)}</View>
          ) : (
            <View className="p-date">{date}</View>
          )
          const { counts } = told ?? {}
          if (!counts || (counts.due === 0 && counts.rounds === 0))
            return (
              <View key={day} className="p-day-cell">
                {shown}
              </View>
            )
          const { sign, is, says } = markOf(counts)
          return (
            <Tap
              key={day}
              className={`p-day-cell is-busy${day === chosen ? ' is-on' : ''}`}
              label={[`${Number(month.slice(5))}月${date}日`, holiday, says, '看是哪些']
                .filter(Boolean)
                .join('，')}
              onTap={() => props.onChoose(day)}
            >
              {shown}
              <View className={`m-cell-mark${is}`}>{sign}</View>
            </Tap>
          )
        })}
      </View>
      <Quiet>✓ 走完了；缺 有漏的点；✗ 没有走；· 还没到</Quiet>
    </View>
  )
}
