import { useState } from 'react'
import { asVolunteer, freeTimeWords, interestWords, skillWords } from '../../shared/checkin/words'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { type ListName, useList } from '../kernel/load'
import { Card, Heading, ListFaces, Quiet, Says, Screen } from '../kernel/ui'
import { NotSignedRows } from './parts/NotSigned'
import { Serving } from './parts/Serving'
import { TaskCard } from './parts/TaskLine'
import { useNow } from './parts/useNow'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

type Item = Output<'task.mine'>['items'][number]
const name = 'task.mine' satisfies ListName

const sayFits = ({ fits, fitSkills, fitTimes, wanted, about }: Item): string | undefined => {
  if (!fits) return undefined
  const why = [
    ...(wanted && about ? [`你愿意做${interestWords[about]}`] : []),
    ...fitSkills.map((s) => `你会${skillWords[s]}`),
    ...fitTimes.map((t) => `${freeTimeWords[t]}你有空`),
  ]
  return why.length > 0 ? why.join('，') : '谁都能来'
}

/** What I have taken, and what my community asks for: what fits me first. */
export default function Tasks() {
  const list = useList(name, {})
  const { mine, here, refused } = useNow()
  const [note, setNote] = useState<string>()
  const now = new Date()
  const taken = list.first?.taken ?? []
  const at = taken.find((t) => t.taskId === here?.taskId)?.at ?? null
  const open = (t: { communityId: string; taskId: string }) =>
    go('checkin/task', { communityId: t.communityId, taskId: t.taskId })
  return (
    <Screen title="能做的任务" offline="没有信号，签到签退照样能存">
      {note ? <Says tone="pine">{note}</Says> : null}
      {refused.length > 0 ? (
        <Card>
          <NotSignedRows of={refused} />
        </Card>
      ) : null}
      {here ? (
        <Serving
          here={here}
          at={at}
          onDone={(says) => {
            setNote(says)
            mine.reload()
          }}
        />
      ) : null}
      {taken.length > 0 ? (
        <>
          <Heading>我认领的</Heading>
          {taken.map((t) => (
            <TaskCard key={t.taskId} task={t} now={now} mine={t.mine} onOpen={() => open(t)} />
          ))}
          <Heading>还能认领</Heading>
        </>
      ) : null}
      <ListFaces
        of={list}
        keyOf={(t) => t.taskId}
        lines={3}
        empty={{
          says: taken.length > 0 ? '眼下没有别的任务' : '眼下没有任务',
          more: '社区有了新任务，会发消息告诉你。',
        }}
      >
        {(t) => <TaskCard task={t} now={now} fits={sayFits(t)} onOpen={() => open(t)} />}
      </ListFaces>
      <Quiet>{`${asVolunteer}。`}</Quiet>
    </Screen>
  )
}
