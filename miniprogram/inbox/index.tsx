import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { addDays, dayOf, sayDay, sayWhen } from '../../shared/kernel/time'
import { call } from '../kernel/api'
import { go } from '../kernel/go'
import { type Listed, useList } from '../kernel/load'
import { useQueue } from '../kernel/queue'
import { Card, Chip, Heading, ListFaces, Quiet, Row, Screen } from '../kernel/ui'
import { setUnread } from '../kernel/unread'
import { type Line, leadsTo } from './leadsTo'
import './index.scss'

interface Day {
  day: string
  lines: Line[]
}

function byDay(lines: readonly Line[]): Day[] {
  const days: Day[] = []
  for (const line of lines) {
    const day = dayOf(new Date(line.at))
    const last = days[days.length - 1]
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
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
        opens
      />
    </Card>
  )
}

/** Things with a name of their own, which stands over what happened to them. */
const namedKinds = ['whistle', 'meeting', 'minutes', 'resolution', 'pledge']

/** What happened, to what, and what happens next; several steps within an hour are one line. */
function Told({ line }: { line: Line }) {
  const { actor, subject, next, times, unread } = line
  const to = leadsTo(line)
  const isNamed = namedKinds.includes(line.subjectKind)
  const says = isNamed ? `${actor}${line.says}` : line.says
  const when = [isNamed ? undefined : actor, clock(line.at), times > 1 ? `${times} 步` : undefined]
  const quiet = when.filter(Boolean).join(' · ')
  const heard = [unread ? '未读' : undefined, isNamed ? subject : undefined, says, next, quiet]
  return (
    <Row
      left={
        <View className="inbox-line">
          <View className="inbox-top">
            <View className={isNamed ? 'inbox-subject' : 'inbox-says'}>{isNamed ? subject : says}</View>
            {unread ? <View className="inbox-new">新</View> : null}
          </View>
          {isNamed ? <View>{says}</View> : null}
          {next === null ? null : <View className="inbox-next">{next}</View>}
        </View>
      }
      quiet={quiet}
      label={heard.filter(Boolean).join('，')}
      onTap={to && (() => go(to.page, to.params))}
    />
  )
}

/** Messages come from others: the list is read whenever it is looked at, and what was looked at is read. */
function useInbox() {
  const list = useList('inbox.list', {})
  const { first, error, reload } = list
  const opened = useRef(false)
  useDidShow(() => {
    if (opened.current) reload()
    opened.current = true
  })
  const newest = first?.items[0]?.at
  const unread = first?.unread ?? 0
  // what is shown from before, without signal, was not looked at now
  const fresh = error === undefined
  useEffect(() => {
    if (!fresh || newest === undefined) return
    setUnread(unread)
    if (unread === 0) return
    // not answered: it is still unread the next time
    call('inbox.read', { until: new Date(newest).toISOString() }).then(
      (answer) => setUnread(answer.unread),
      () => {},
    )
  }, [fresh, newest, unread])
  return list
}

export default function Inbox() {
  const list = useInbox()
  const days: Listed<Day> = { ...list, items: byDay(list.items) }
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
          more: '你的哨办到哪一步、请你开的会、申请有了结果、有人看过你的手机号，都会写在这里。',
        }}
      >
        {(d) => (
          <View className="inbox-day">
            <Quiet>{nameDay(d.day, today)}</Quiet>
            <Card>
              {d.lines.map((line) => (
                <Told key={line.lineId} line={line} />
              ))}
            </Card>
          </View>
        )}
      </ListFaces>
    </Screen>
  )
}
