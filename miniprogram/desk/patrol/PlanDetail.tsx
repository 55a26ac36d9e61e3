import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { calendarOf } from '../../../shared/kernel/calendar'
import { addDays, dayOf, sayDay } from '../../../shared/kernel/time'
import { duesBetween, versionOn } from '../../../shared/patrol/rhythm'
import { planKindWords } from '../../../shared/patrol/words'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Chip, Faces, Heading, MainButton, PlainButton, Quiet, Row, Says } from '../../kernel/ui'
import { sayDate } from '../../patrol/kept/words'
import '../parts/desk.scss'

type Plan = Output<'patrol.get'>

const daysShown = 31
const duesShown = 8

/** What is due in the next weeks by the calendar that is published; holidays shown, and what moved because of them. */
export function Ahead({ versions }: { versions: Parameters<typeof duesBetween>[0] }) {
  const today = dayOf(new Date())
  const calendar = calendarOf([], [])
  const dues = duesBetween(versions, today, addDays(today, daysShown), calendar).slice(0, duesShown)
  if (dues.length === 0) return <Quiet>接下来一个月没有要走的。</Quiet>
  return (
    <>
      {dues.map((due) => {
        const holiday = calendar.holiday(due.day)
        const why = due.movedFrom
          ? `${sayDate(due.movedFrom, today)}放假，挪到这天`
          : due.from < due.day
            ? `${sayDate(due.from, today)}起哪天走都行`
            : undefined
        return (
          <Row
            key={due.day}
            left={sayDate(due.day, today)}
            quiet={calendar.knows(due.day) ? why : '放假安排还没公布，可能会变'}
            chip={holiday && <Chip tone="sun">{holiday}</Chip>}
          />
        )
      })}
    </>
  )
}

function Manner({ of, plan }: { of: Plan['versions'][number]; plan: Plan }) {
  const names = of.walkerIds.map((id) => plan.walkers.find((w) => w.personId === id)?.name ?? '已经离开的人')
  const everybody = plan.kind === 'grid' ? '这个网格的网格员都可以走' : '物业的人都可以走'
  return (
    <Card>
      <View className="d-headline">
        <Heading>{of.name}</Heading>
        <Chip tone="quiet">{planKindWords[plan.kind]}</Chip>
      </View>
      <Row left="多久一次" right={of.saysRhythm} />
      <Row left="谁去走" right={names.length > 0 ? names.join('、') : everybody} />
      <Row left="从哪天起" right={sayDay(of.from)} />
    </Card>
  )
}

/** A plan as it stands, what is to come of it, and how it was before. */
export function PlanDetail({ communityId, planId }: { communityId: string; planId: string }) {
  const { can } = useMe()
  const plan = useLoad('patrol.get', { communityId, planId })
  const today = dayOf(new Date())
  return (
    <Faces of={plan} lines={5}>
      {(data) => {
        const now = versionOn(data.versions, today) ?? data.versions[data.versions.length - 1]
        if (!now) return null
        const next = data.versions.find((v) => v.n > now.n && v.from > today)
        const before = data.versions.filter((v) => v.n < now.n)
        return (
          <View className="d-detail">
            <Quiet>{data.where}</Quiet>
            <Manner of={now} plan={data} />
            {next ? (
              <Says tone="sun">{`${sayDay(next.from)}起改成：${next.saysRhythm}，${next.checkpoints.length} 个点`}</Says>
            ) : null}
            {data.mayChange || can('patrol.codes', { communityId }) ? (
              <View className="d-acts">
                {data.mayChange ? (
                  <MainButton onTap={() => go('desk/patrol-edit', { communityId, planId })}>
                    改安排
                  </MainButton>
                ) : null}
                {data.mayChange ? (
                  <PlainButton onTap={() => go('desk/patrol-codes', { communityId, planId })}>
                    打印二维码
                  </PlainButton>
                ) : null}
                <PlainButton onTap={() => go('patrol/rounds', { communityId, planId })}>走过的</PlainButton>
              </View>
            ) : (
              <PlainButton onTap={() => go('patrol/rounds', { communityId, planId })}>走过的</PlainButton>
            )}
            <Card>
              <Heading>{`${now.checkpoints.length} 个巡查点`}</Heading>
              {now.checkpoints.map((c) => (
                <Row key={c.checkpointId} left={c.name} quiet={c.place} right={c.at ? '有定位' : undefined} />
              ))}
            </Card>
            <Card>
              <Heading>接下来</Heading>
              <Ahead versions={data.versions} />
            </Card>
            {before.length > 0 ? (
              <Card>
                <Heading>以前的安排</Heading>
                {before.map((v) => (
                  <Row
                    key={v.versionId}
                    left={`${sayDay(v.from)}起`}
                    quiet={`${v.saysRhythm}，${v.checkpoints.length} 个点`}
                  />
                ))}
              </Card>
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
