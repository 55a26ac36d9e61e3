import { useState } from 'react'
import { PickLine } from '../../desk/parts/PickLine'
import { useCreate } from '../../desk/parts/useCreate'
import { useList } from '../../kernel/load'
import { Quiet } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { MomentField } from '../../whistle/parts/MomentField'
import { MemberFind } from './MemberFind'
import { isLongAsked } from './serviceActs'

const hour = 3_600_000

/** By the worker, for somebody without a phone or who forgot: a whole service at once. */
export function WriteService(props: {
  communityId: string
  member?: { checkinId: string; name: string }
  onClose(): void
  onDone(says: string): void
}) {
  const { communityId } = props
  const { create, busy, refusal } = useCreate('service.write')
  const tasks = useList('task.list', { communityId, state: 'open' })
  const [member, setMember] = useState(props.member)
  const [taskId, setTask] = useState<string>()
  const [inAt, setIn] = useState(() => new Date(Date.now() - 2 * hour).toISOString())
  const [outAt, setOut] = useState(() => new Date().toISOString())
  const [tried, setTried] = useState(false)
  const wrong = outAt <= inAt ? '走的时间要晚于来的时间' : undefined
  const sure = isLongAsked(refusal)
  const write = async () => {
    setTried(true)
    if (member === undefined || wrong) return
    const { checkinId, name } = member
    const made = await create({
      ...{ communityId, checkinId, inAt, outAt },
      ...(taskId && taskId !== none && { taskId }),
      ...(sure && { sure: true }),
    })
    if (made) props.onDone(`替${name}记下了`)
  }
  return (
    <ActSheet
      title="代记一次服务"
      act={sure ? '确实这么久，记下' : '记下'}
      onAct={() => void write()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <MemberFind
        communityId={communityId}
        value={member}
        onChange={setMember}
        error={tried && member === undefined ? '请选是谁' : undefined}
      />
      <PickLine
        label="做的什么"
        options={[
          { value: none, label: '不属于哪个任务' },
          ...tasks.items.map((t) => ({ value: t.taskId, label: t.title })),
        ]}
        value={taskId}
        without="不属于哪个任务"
        onChange={setTask}
      />
      <MomentField label="什么时候来的" value={inAt} onChange={setIn} />
      <MomentField label="什么时候走的" value={outAt} onChange={setOut} error={tried ? wrong : undefined} />
      <Quiet>本人的上班时间会自动扣掉。</Quiet>
    </ActSheet>
  )
}
const none = 'none'
