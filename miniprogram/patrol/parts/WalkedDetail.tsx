import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { lookOutcomeWords, tickWayWords } from '../../../shared/patrol/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Heading, Quiet, Row, Says } from '../../kernel/ui'
import { sayMinutes } from '../kept/words'
import { FindingRow } from './FindingRow'
import { StandChip } from './RoundCard'
import './patrol.scss'

type Walked = Output<'round.get'>
type Stop = Walked['stops'][number]

/** 08:31 扫码; by hand with its reason, and whether the phone was far. */
function sayTicks({ ticks }: Stop, now: Date): string {
  return ticks
    .map((t) =>
      [
        sayWhen(new Date(t.at), now),
        tickWayWords[t.way],
        t.reason ? `（${t.reason}）` : undefined,
        t.saysFar ?? undefined,
      ]
        .filter(Boolean)
        .join(' '),
    )
    .join('；')
}

function Stops({ of, now }: { of: Walked; now: Date }) {
  return (
    <Card>
      <Heading>{`${of.checkpoints} 个点`}</Heading>
      {of.stops.map((stop) => (
        <Row
          key={stop.checkpointId}
          left={stop.name}
          quiet={stop.ticks.length > 0 ? sayTicks(stop, now) : stop.place}
          chip={stop.ticks.length > 0 ? <Chip tone="pine">到了</Chip> : <Chip tone="vermilion">没到</Chip>}
        />
      ))}
    </Card>
  )
}

/** One round as it has arrived: its times, what was missed, what was seen. */
export function WalkedDetail({ communityId, roundId }: { communityId: string; roundId: string }) {
  const round = useLoad('round.get', { communityId, roundId })
  const now = new Date()
  return (
    <Faces of={round} lines={4}>
      {(of) => (
        <View className="t-group">
          <Card>
            <View className="k-row-inside">
              <Heading>{of.plan}</Heading>
              <StandChip of={of} />
            </View>
            <Quiet>
              {[
                of.mine ? '我走的' : of.walker,
                `${sayWhen(new Date(of.startedAt), now)} 开始`,
                of.minutes === null ? '还没结束' : `走了 ${sayMinutes(of.minutes)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Quiet>
          </Card>
          {of.saysMissing ? <Says tone="sun">{of.saysMissing}</Says> : null}
          {of.saysClock ? <Says tone="sun">{`${of.saysClock}，上面的时间是手机上的`}</Says> : null}
          <Stops of={of} now={now} />
          {of.seen.length > 0 ? (
            <Card>
              <Heading>{`发现 ${of.seen.length} 个问题`}</Heading>
              {of.seen.map((f) => (
                <FindingRow key={f.findingId} finding={f} />
              ))}
            </Card>
          ) : null}
          {of.looks.length > 0 ? (
            <Card>
              <Heading>再看了一遍的</Heading>
              {of.looks.map((l) => (
                <Row
                  key={`${l.findingId} ${l.at}`}
                  left={l.title}
                  quiet={[lookOutcomeWords[l.outcome], l.words].filter(Boolean).join('：')}
                  onTap={() => go('patrol/finding', { communityId, findingId: l.findingId })}
                />
              ))}
            </Card>
          ) : null}
          {of.notes.length > 0 ? (
            <Card>
              <Heading>路上记的</Heading>
              {of.notes.map((n) => (
                <Row
                  key={n.noteId}
                  left={n.words ?? '写的人注销了账号'}
                  quiet={sayWhen(new Date(n.at), now)}
                />
              ))}
            </Card>
          ) : null}
        </View>
      )}
    </Faces>
  )
}
