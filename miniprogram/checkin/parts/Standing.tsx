import { View } from '@tarojs/components'
import { isLive } from '../../../shared/checkin/states'
import { asVolunteer, checkinKindWords } from '../../../shared/checkin/words'
import { sayMinutes } from '../../../shared/service/words'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, Quiet, Row, Says } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { Steps } from './Steps'
import { useWaits, type Waits } from './useWaits'
import { type Checkin, type Mine, sayCheckin, toneOfCheckin } from './words'
import './checkin.scss'

/** How it stands in one sentence, with who does what next. */
function sayStanding({ state, kind, community, unit }: Checkin): string {
  switch (state) {
    case 'presented':
      return `报到单交给${community}了，等社区受理`
    case 'returned':
      return `${community}退回来了，请按下面的理由补正`
    case 'accepted':
      return kind === 'noOffice' ? `已经在${community}登记` : `${community}受理了，等${unit ?? '单位'}确认`
    case 'confirmed':
      return `在${community}报到成功`
    default:
      return `${community}：${sayCheckin({ state, kind })}`
  }
}

const doors = [
  { page: 'checkin/tasks', name: '能做的任务', says: '合适的排在前面' },
  { page: 'checkin/homes', name: '我包的几户', says: '去走走，点两下记一次' },
  { page: 'checkin/record', name: '我的服务', says: '算了多少时长，社区写的记录' },
  { page: 'checkin/profile', name: '我的特长和时间', says: '会做什么，什么时候有空，几点上班' },
] as const

/** The mark on a door behind which something waits, and where it leads then. */
function waitsAt(page: (typeof doors)[number]['page'], { toRead, overdue }: Waits) {
  if (page === 'checkin/record' && toRead) return { says: '请你看一看', to: { view: 'records' } }
  if (page === 'checkin/homes' && overdue > 0) return { says: `${overdue} 户该去看看了`, to: {} }
  return undefined
}

/** Of a transfer: the new one, while the old one still counts. */
const Moving = ({ moving }: { moving: Checkin }) => (
  <Card>
    <View className="d-headline">
      <Heading>{`转到${moving.community}`}</Heading>
      <Chip tone={toneOfCheckin(moving.state)}>{sayCheckin(moving)}</Chip>
    </View>
    {moving.reason === null ? null : <Says tone="vermilion">{`退回的理由：${moving.reason}`}</Says>}
    <Quiet>新社区受理以前，原来的报到照样算。</Quiet>
  </Card>
)

/** The check-in that counts now: how it stands, the steps, and what belongs to it. */
export function Standing({ mine, now }: { mine: Mine; now: Date }) {
  const { current, moving } = mine
  const waitsForMe = mine.next !== 'wait'
  const waits = useWaits(current !== null && isLive(current.state))
  if (current === null)
    return (
      <Card>
        <Heading>还没有报到</Heading>
        <Quiet>拿着单位开的报到单，到你住的社区报到。</Quiet>
        <Steps steps={mine.steps} now={now} mine={waitsForMe} />
      </Card>
    )
  const live = isLive(current.state)
  return (
    <>
      <Card>
        <View className="d-headline">
          <Heading>{sayStanding(current)}</Heading>
          <Chip tone={toneOfCheckin(current.state)}>{sayCheckin(current)}</Chip>
        </View>
        <Quiet>{beside(checkinKindWords[current.kind], current.unit, current.home)}</Quiet>
        {current.reason === null || current.state !== 'returned' ? null : (
          <Says tone="vermilion">{`退回的理由：${current.reason}`}</Says>
        )}
        {live ? (
          <View className="p-figures">
            <View className="p-figure-pair">
              <View className="p-figure">{sayMinutes(current.minutes)}</View>
              <Quiet>一共服务</Quiet>
            </View>
            <View className="p-figure-pair">
              <View className="p-figure">{`${current.homes} 户`}</View>
              <Quiet>现在包着</Quiet>
            </View>
          </View>
        ) : null}
      </Card>
      {moving ? <Moving moving={moving} /> : null}
      {live ? (
        <Card>
          {doors.map(({ page, name, says }) => {
            const waiting = waitsAt(page, waits)
            return (
              <Row
                key={page}
                left={name}
                quiet={says}
                chip={waiting && <Chip tone="vermilion">{waiting.says}</Chip>}
                label={`${name}，${waiting?.says ?? says}`}
                onTap={() => go(page, waiting?.to)}
              />
            )
          })}
          {current.receiptNumber === null ? null : (
            <Row
              left="报到回执"
              quiet="号码、校验码和二维码，可以打印"
              label="报到回执，号码、校验码和二维码"
              onTap={() =>
                go('checkin/receipt', { communityId: current.communityId, checkinId: current.checkinId })
              }
            />
          )}
        </Card>
      ) : null}
      {current.kind === 'inService' && current.state !== 'confirmed' ? (
        <Card>
          <Steps steps={mine.steps} now={now} mine={waitsForMe} />
        </Card>
      ) : null}
      <Says>{`${asVolunteer}。`}</Says>
    </>
  )
}
