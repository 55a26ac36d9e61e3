import { View } from '@tarojs/components'
import { go } from '../kernel/go'
import { Card, Chip, Faces, Heading, MainButton, PlainButton, Quiet, Row, Screen } from '../kernel/ui'
import { type sayDue, sayStand } from './kept/sayStand'
import { type Stand, useStands } from './kept/today'
import { sayDate } from './kept/words'
import './parts/patrol.scss'

const acts: Record<Stand['is'], string> = {
  underWay: '接着走',
  due: '去走',
  waits: '打开',
  walked: '打开',
  free: '打开',
}
const openPlan = ({ plan: { communityId, planId } }: Stand) => go('patrol/round', { communityId, planId })

function Plan({ stand, day }: { stand: Stand; day: string }) {
  const { title, says } = sayStand(stand, day)
  const isNow = stand.is === 'underWay' || stand.is === 'due'
  const Button = isNow ? MainButton : PlainButton
  const { name } = stand.version
  return (
    <Card>
      <View className="k-row-inside">
        <Heading>{name}</Heading>
        {stand.is === 'walked' ? <Chip tone="pine">走完了</Chip> : null}
        {stand.is === 'waits' ? <Chip tone="sun">待传</Chip> : null}
      </View>
      <Quiet>{`${title}，${says}`}</Quiet>
      <Button label={`${acts[stand.is]}：${name}`} onTap={() => openPlan(stand)}>
        {acts[stand.is]}
      </Button>
    </Card>
  )
}

const daysShown = 7

/** What comes in the next days, holidays shown, and what moved because of them. */
function Ahead({ stands, day }: { stands: readonly Stand[]; day: string }) {
  const ahead = stands
    .flatMap(({ plan, version }) => plan.dues.map((due) => ({ due, name: version.name })))
    .filter(({ due }) => due.day > day)
    .sort((a, b) => (a.due.day < b.due.day ? -1 : 1))
    .slice(0, daysShown)
  if (ahead.length === 0) return null
  return (
    <Card>
      <Heading>接下来</Heading>
      {ahead.map(({ due, name }) => (
        <Row
          key={`${due.versionId} ${due.day}`}
          left={sayDate(due.day, day)}
          quiet={[name, sayAhead(due, day)].filter(Boolean).join('，')}
          chip={due.holiday ? <Chip tone="sun">{due.holiday}</Chip> : undefined}
        />
      ))}
    </Card>
  )
}

function sayAhead(due: Parameters<typeof sayDue>[0], today: string): string | undefined {
  if (due.provisional) return '放假安排还没公布，可能会变'
  if (due.movedFrom !== null) return `${sayDate(due.movedFrom, today)}放假，挪到这天`
  return due.from < due.day ? `${sayDate(due.from, today)}起哪天走都行` : undefined
}

/** All that the reader walks, where it is more than one plan; and what they walked and found before. */
export default function TodayPage() {
  const { today, stands, day } = useStands()
  const communityId = stands[0]?.plan.communityId
  return (
    <Screen title="今天的巡查" offline="没有信号，照常巡查">
      <Faces
        of={today}
        lines={3}
        isEmpty={() => stands.length === 0}
        empty={{ says: '没有要你走的巡查', more: '社区或物业安排以后，会排在这里。' }}
      >
        {() => (
          <>
            {stands.map((stand) => (
              <Plan key={stand.plan.planId} stand={stand} day={day} />
            ))}
            <Quiet>
              {today.isTaken ? '已经存在手机上，没有信号也能走' : '手机存不下了，有信号的地方才能走'}
            </Quiet>
            <Ahead stands={stands} day={day} />
            <Card>
              <Row left="我走过的" onTap={() => go('patrol/rounds', { communityId, mine: 'yes' })} />
              <Row left="发现的问题" onTap={() => go('patrol/findings', { communityId })} />
            </Card>
          </>
        )}
      </Faces>
    </Screen>
  )
}
