import { View } from '@tarojs/components'
import { freeTimeWords, skillWords } from '../../../shared/checkin/words'
import { takingStateWords, taskKindWords } from '../../../shared/task/words'
import { lineId } from '../../desk/parts/useWalk'
import { Card, Chip, Heading, Quiet, Tap, type Tone } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { sayPlaces, sayTaskWhen, type Task } from './words'
import '../../desk/parts/whistles.scss'

type Face = Omit<Task, 'mine' | 'takers' | 'signedIn' | 'code' | 'acts'>

/** What is asked for, said: 会 水电、照护；工作日晚上. */
export const sayWanted = ({ skills, times }: Pick<Face, 'skills' | 'times'>): string =>
  beside(
    skills.length > 0 && `要会${skills.map((s) => skillWords[s]).join('、')}`,
    times.length > 0 && times.map((t) => freeTimeWords[t]).join('、'),
  )

/** A task offered to a member, with why it fits. */
export function TaskCard(props: {
  task: Face
  now: Date
  fits?: string
  mine?: Task['mine']
  onOpen(): void
}) {
  const { task, now, fits, mine } = props
  const chip: { tone: Tone; says: string } | undefined = mine
    ? { tone: mine.state === 'taken' ? 'pine' : 'sun', says: takingStateWords[mine.state] }
    : fits
      ? { tone: 'pine', says: '合适你' }
      : undefined
  const when = sayTaskWhen(task, now)
  return (
    <Card onTap={props.onOpen} label={`${task.title}，${when}，${chip?.says ?? sayPlaces(task)}，打开`}>
      <View className="d-headline">
        <Heading>{task.title}</Heading>
        {chip ? <Chip tone={chip.tone}>{chip.says}</Chip> : null}
      </View>
      <View>{when}</View>
      <Quiet>{beside(task.place, mine ? undefined : sayPlaces(task))}</Quiet>
      {fits ? <Quiet>{fits}</Quiet> : mine ? null : <Quiet>{sayWanted(task)}</Quiet>}
    </Card>
  )
}

/** One line of the community's list. */
export function TaskLine(props: {
  task: Face & { asked: number }
  now: Date
  isOpen: boolean
  isAt: boolean
  onOpen(): void
}) {
  const { task, now } = props
  const waits = task.asked > 0
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(task.taskId)}
    >
      <Tap
        className="d-line-open"
        label={`${task.title}，${sayTaskWhen(task, now)}，${task.taken} 人认领，打开`}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{task.title}</View>
          <View>{sayTaskWhen(task, now)}</View>
          <Quiet>{beside(taskKindWords[task.kind], sayPlaces(task))}</Quiet>
        </View>
        {waits ? (
          <View className="d-line-due">
            <Chip tone="vermilion">{`${task.asked} 人等你选`}</Chip>
          </View>
        ) : null}
      </Tap>
    </View>
  )
}
