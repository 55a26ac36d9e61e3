import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { dayOf } from '../../../shared/kernel/time'
import { sayMark, stateWords } from '../../../shared/meeting/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Label, LinkWord, Quiet, Row, Tap, type Tone } from '../../kernel/ui'
import { daysOf } from '../../whistle/parts/Calendar'
import { MonthTurn, turnMonth } from '../../whistle/parts/MonthTurn'
import { beside, sayDayShort } from '../../whistle/parts/words'
import { sayClock, sayDate, toneOf } from './words'
import './month.scss'

type Day = Output<'meeting.calendar'>['days'][number]
type Entry = Day['entries'][number]

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const
const aheadMonths = 12

const later = (month: string, by: number): string => (by === 0 ? month : later(turnMonth(month, 1), by - 1))

const standWords = (stands: Entry['stands']): string =>
  stands === 'expected' ? '还没排' : stands === 'movedAway' ? '改期了' : stateWords[stands]
const standTone = (stands: Entry['stands']): Tone =>
  stands === 'expected' || stands === 'movedAway' ? 'quiet' : toneOf(stands)

/** One date of the month: its number, how many meetings, and whether it is a day off. */
function Cell({
  day,
  date,
  isToday,
  isOn,
  onTap,
}: {
  day: Day | undefined
  date: string
  isToday: boolean
  isOn: boolean
  onTap(): void
}) {
  const count = day?.entries.length ?? 0
  const holiday = day ? sayMark(day.mark) : null
  const isOff = day !== undefined && !day.mark.works && day.mark.holiday !== null
  const number = Number(date.slice(8))
  const inside = (
    <>
      <View className="p-date">{number}</View>
      {count > 0 ? <View className="p-count">{count} 场</View> : null}
      {isOff ? <View className="mm-off">假</View> : null}
    </>
  )
  const className = `p-day-cell${count > 0 ? ' is-busy' : ''}${isToday ? ' is-today' : ''}${isOn ? ' is-on' : ''}`
  if (count === 0) return <View className={className}>{inside}</View>
  return (
    <Tap
      className={className}
      label={`${Number(date.slice(5, 7))}月${number}日，${count} 场会${holiday ? `，${holiday}` : ''}`}
      onTap={onTap}
    >
      {inside}
    </Tap>
  )
}

/** What there is on one day: each with its hour and what became of it. */
function OfDay({
  day,
  communityId,
  compoundId,
  mayPlan,
  now,
  onOpen,
}: {
  day: Day
  communityId: string
  compoundId?: string
  mayPlan: boolean
  now: Date
  onOpen(meetingId: string): void
}) {
  const mark = sayMark(day.mark)
  const open = (e: Entry) => {
    if (e.meetingId !== null) return () => onOpen(e.meetingId as string)
    if (!mayPlan || e.seriesId === null) return undefined
    const seriesId = e.seriesId
    return () =>
      go('meeting/plan', { communityId, ...(compoundId && { compoundId }), seriesId, seriesDay: day.day })
  }
  return (
    <Card>
      <View className="k-row">
        <Label>{sayDate(day.day, now)}</Label>
        {mark ? <Chip tone={day.mark.works ? 'quiet' : 'sun'}>{mark}</Chip> : null}
      </View>
      {day.entries.map((e) => {
        const tap = open(e)
        const says = beside(sayClock(new Date(e.startsAt)), e.says)
        return (
          <Row
            key={`${e.meetingId ?? e.seriesId} ${e.stands}`}
            left={e.title}
            quiet={e.stands === 'expected' && tap ? `${says}，点开来排` : says}
            chip={<Chip tone={standTone(e.stands)}>{standWords(e.stands)}</Chip>}
            label={`${sayDayShort(day.day, now)}，${e.title}，${standWords(e.stands)}，打开`}
            {...(tap && { onTap: tap })}
          />
        )
      })}
    </Card>
  )
}

/** A month by date: what was held, moved or not held stays to be seen, and dates of a rhythm that are not planned yet. */
export function MonthOfMeetings(props: {
  communityId: string
  compoundId?: string
  mayPlan: boolean
  onOpen(meetingId: string): void
}) {
  const { communityId, compoundId } = props
  const now = new Date()
  const today = dayOf(now)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [chosen, choose] = useState<string>()
  const calendar = useLoad('meeting.calendar', { communityId, ...(compoundId && { compoundId }), month })
  return (
    <>
      <MonthTurn
        month={month}
        last={later(today.slice(0, 7), aheadMonths)}
        onTurn={(next) => {
          setMonth(next)
          choose(undefined)
        }}
      />
      <Faces of={calendar} lines={4}>
        {(data) => {
          const of = new Map(data.days.map((d) => [d.day, d]))
          const grid = daysOf(data.month)
          const busy = data.days.filter((d) => d.entries.length > 0)
          const shown = chosen === undefined ? busy : busy.filter((d) => d.day === chosen)
          return (
            <>
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
                  {grid.days.map((date) => (
                    <Cell
                      key={date}
                      day={of.get(date)}
                      date={date}
                      isToday={date === today}
                      isOn={date === chosen}
                      onTap={() => choose(date === chosen ? undefined : date)}
                    />
                  ))}
                </View>
                <Quiet>“假”是法定放假的日子。</Quiet>
              </View>
              {chosen === undefined ? null : (
                <View className="k-row">
                  <Label>{sayDayShort(chosen, now)}的会</Label>
                  <LinkWord onTap={() => choose(undefined)}>看整个月</LinkWord>
                </View>
              )}
              {busy.length === 0 ? <Quiet>这个月没有会。</Quiet> : null}
              {shown.map((day) => (
                <OfDay key={day.day} day={day} now={now} {...props} />
              ))}
            </>
          )
        }}
      </Faces>
    </>
  )
}
