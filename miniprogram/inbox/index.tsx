import { View } from '@tarojs/components'
import type { Output } from '../../shared/contract'
import { addDays, dayOf, sayDay, sayWhen } from '../../shared/kernel/time'
import { go } from '../kernel/go'
import { type Listed, useList } from '../kernel/load'
import { useQueue } from '../kernel/queue'
import { Card, Chip, Heading, ListFaces, Quiet, Row, Screen } from '../kernel/ui'
import { leadsTo, sayToMe } from './sayToMe'

type Entry = Output<'record.mine'>['items'][number]
interface Day {
  day: string
  entries: Entry[]
}

function byDay(entries: readonly Entry[]): Day[] {
  const days: Day[] = []
  for (const entry of entries) {
    const day = dayOf(new Date(entry.at))
    const last = days[days.length - 1]
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

function nameDay(day: string, today: string): string {
  if (day === today) return '今天'
  if (day === addDays(today, -1)) return '昨天'
  return day.slice(0, 4) === today.slice(0, 4) ? sayDay(day).slice(5) : sayDay(day)
}

const clock = (at: string) => sayWhen(new Date(at), new Date(at)).replace('今天 ', '')

function Waiting() {
  const { items } = useQueue()
  if (items.length === 0) return null
  return (
    <Card onTap={() => go('account/queue')} label={`${items.length} 条还没发出去，去看看`}>
      <Row
        left={<Heading>{items.length} 条还没发出去</Heading>}
        quiet="有信号时自动发，也可以现在发或删掉"
        chip={<Chip tone="sun">待传</Chip>}
      />
    </Card>
  )
}

function Told({ entry }: { entry: Entry }) {
  const page = leadsTo(entry)
  const says = sayToMe(entry)
  return (
    <Row
      left={says}
      quiet={`${entry.actor} · ${clock(entry.at)}`}
      label={`${entry.actor}，${says}`}
      {...(page ? { onTap: () => go(page) } : {})}
    />
  )
}

export default function Inbox() {
  const record = useList('record.mine', {})
  const days: Listed<Day> = { ...record, items: byDay(record.items) }
  const today = dayOf(new Date())
  return (
    <Screen title="消息">
      <Waiting />
      <ListFaces
        of={days}
        lines={5}
        keyOf={(d) => d.day}
        empty={{
          says: '还没有消息',
          more: '申请有了结果、身份有了变动、有人看过你的手机号，都会写在这里。',
        }}
      >
        {(d) => (
          <View className="inbox-day">
            <Quiet>{nameDay(d.day, today)}</Quiet>
            <Card>
              {d.entries.map((e) => (
                <Told key={e.entryId} entry={e} />
              ))}
            </Card>
          </View>
        )}
      </ListFaces>
    </Screen>
  )
}
