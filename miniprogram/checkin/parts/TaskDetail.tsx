import { View } from '@tarojs/components'
import { useState } from 'react'
import { asVolunteer, interestWords } from '../../../shared/checkin/words'
import { takenByWords, takingStateWords, taskKindWords, taskStateWords } from '../../../shared/task/words'
import { useCreate } from '../../desk/parts/useCreate'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Chip, Faces, Quiet, Refused, Row, Says } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { beside } from '../../whistle/parts/words'
import { NotSigned } from './NotSigned'
import { Serving } from './Serving'
import { SignSheet } from './SignSheet'
import { Takers } from './Takers'
import { sayWanted } from './TaskLine'
import { CancelTask, CloseTask, LeaveTask } from './taskActs'
import { useNow } from './useNow'
import { sayPlaces, sayTaskWhen, type Task } from './words'
import '../../desk/parts/desk.scss'
import './checkin.scss'

type Asked = 'sign' | 'leave' | 'close' | 'cancel'
const sheets = { leave: LeaveTask, close: CloseTask, cancel: CancelTask } as const

function Head({ task, now }: { task: Task; now: Date }) {
  const wanted = sayWanted(task)
  return (
    <Card>
      <View className="m-title" ariaRole="heading">
        {task.title}
      </View>
      <View className="w-chips">
        <Chip tone={task.state === 'open' ? 'sun' : 'quiet'}>{taskStateWords[task.state]}</Chip>
        <Chip tone="quiet">{taskKindWords[task.kind]}</Chip>
        {task.about ? <Chip tone="quiet">{interestWords[task.about]}</Chip> : null}
        {task.mine ? (
          <Chip tone={task.mine.state === 'taken' ? 'pine' : 'sun'}>{takingStateWords[task.mine.state]}</Chip>
        ) : null}
      </View>
      <View className="m-when">{sayTaskWhen(task, now)}</View>
      {task.place ? <View>{task.place}</View> : null}
      {task.words ? <View className="d-long">{task.words}</View> : null}
      <Quiet>{beside(sayPlaces(task), takenByWords[task.by])}</Quiet>
      {wanted ? <Quiet>{wanted}</Quiet> : null}
    </Card>
  )
}

/** One task, as its reader has to do with it: takes it, serves, or looks after who does. */
export function TaskDetail(props: { communityId: string; taskId: string; onChanged?(): void }) {
  const { communityId, taskId } = props
  const loaded = useLoad('task.get', { communityId, taskId })
  const { mine: services, here, refused } = useNow()
  const take = useCreate('task.take')
  const [asked, ask] = useState<Asked>()
  const [note, setNote] = useState<string>()
  const now = new Date()
  const done = (says: string) => {
    ask(undefined)
    setNote(says)
    loaded.reload()
    services.reload()
    props.onChanged?.()
  }
  return (
    <Faces of={loaded} lines={3}>
      {(task) => {
        const may = (act: Task['acts'][number]) => task.acts.includes(act)
        const isHere = here?.taskId === taskId
        const takeIt = async () => {
          if (await take.create({ communityId, taskId }))
            done(task.by === 'first' ? '认领好了，到时候见' : '报上名了，等社区选')
        }
        const main: FootAct | undefined = isHere
          ? undefined
          : may('signIn') && !here?.kept
            ? { word: '签到', onTap: () => ask('sign') }
            : may('take')
              ? {
                  word: task.by === 'first' ? '我来，认领' : '我想去，报名',
                  onTap: () => void takeIt(),
                  busy: take.busy,
                }
              : undefined
        const others: FootAct[] = [
          ...(may('leave') && !isHere ? [{ word: '不能去了', onTap: () => ask('leave') }] : []),
          ...(may('close') ? [{ word: '结束', onTap: () => ask('close') }] : []),
          ...(may('cancel') ? [{ word: '取消', onTap: () => ask('cancel') }] : []),
        ]
        const keeps = task.code !== null || may('close')
        const Sheet = asked && asked !== 'sign' ? sheets[asked] : undefined
        return (
          <View className="m-page">
            {note ? <Says tone="pine">{note}</Says> : null}
            <NotSigned of={refused.filter((s) => s.taskId === taskId)} again={may('signIn')} />
            {here && !keeps ? <Serving here={here} at={task.at} onDone={done} /> : null}
            <Head task={task} now={now} />
            {task.code ? (
              <Card onTap={() => go('checkin/code', { communityId, taskId })} label="给大家看签到码，打开">
                <Row
                  left="给大家看签到码"
                  quiet={
                    task.signedIn > 0
                      ? `还有 ${task.signedIn} 人没签退`
                      : '放在门口，每分钟换一次，没有信号也行'
                  }
                  right="打开"
                />
              </Card>
            ) : null}
            {keeps ? <Takers task={task} onDone={done} /> : null}
            <Refused by={take.refusal} />
            {keeps ? null : <Quiet>{`${asVolunteer}。`}</Quiet>}
            <ActFoot main={main} others={others} />
            {asked === 'sign' ? <SignSheet task={task} onClose={() => ask(undefined)} onDone={done} /> : null}
            {Sheet ? <Sheet task={task} onClose={() => ask(undefined)} onDone={done} /> : null}
          </View>
        )
      }}
    </Faces>
  )
}
