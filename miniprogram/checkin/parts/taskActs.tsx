import { View } from '@tarojs/components'
import { useState } from 'react'
import { cancelReasons, leaveHours, leaveReasons } from '../../../shared/task/states'
import { cancelReasonWords, leaveReasonWords } from '../../../shared/task/words'
import { useAct } from '../../kernel/act'
import { Choice, Quiet, Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Task } from './words'

interface Props {
  task: Task
  onClose(): void
  onDone(says: string): void
}

/** With a reason, by choice: nobody has to write why they are ill. */
export function LeaveTask({ task, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('task.leave')
  const [reason, setReason] = useState<(typeof leaveReasons)[number]>()
  const [tried, setTried] = useState(false)
  const leave = async () => {
    setTried(true)
    const { mine } = task
    if (reason === undefined || mine === null) return
    if (await run({ communityId: task.communityId, takingId: mine.takingId, reason }))
      onDone('退出了，社区会知道')
  }
  return (
    <ActSheet
      title="不能去了"
      act="退出，告诉社区"
      onAct={() => void leave()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Choice
        label="为什么"
        options={leaveReasons.map((value) => ({ value, label: leaveReasonWords[value] }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === undefined ? '请选一个' : undefined}
      />
      <Quiet>{`开始前 ${leaveHours} 小时内，请打电话告诉社区。`}</Quiet>
    </ActSheet>
  )
}

/** Whoever is still there signs out by the same code. */
const StillIn = ({ task }: { task: Task }) =>
  task.signedIn > 0 ? (
    <Says tone="sun">{`还有 ${task.signedIn} 人没签退。签到码留到他们签退；忘了的，请你替他们签退。`}</Says>
  ) : null

/** It is not held: whoever took it is told at once. */
export function CancelTask({ task, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('task.cancel')
  const [reason, setReason] = useState<(typeof cancelReasons)[number]>()
  const [tried, setTried] = useState(false)
  const cancel = async () => {
    setTried(true)
    if (reason === undefined) return
    if (await run({ communityId: task.communityId, taskId: task.taskId, reason }))
      onDone('取消了，认领的人都收到了通知')
  }
  return (
    <ActSheet
      title={`取消“${task.title}”`}
      act="取消，通知认领的人"
      onAct={() => void cancel()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <StillIn task={task} />
      <Choice
        label="为什么"
        options={cancelReasons.map((value) => ({ value, label: cancelReasonWords[value] }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === undefined ? '请选一个' : undefined}
      />
    </ActSheet>
  )
}

export function CloseTask({ task, onClose, onDone }: Props) {
  const { run, busy, refusal } = useAct('task.close')
  const close = async () => {
    if (await run({ communityId: task.communityId, taskId: task.taskId })) onDone('结束了，不再招人')
  }
  return (
    <ActSheet
      title={`结束“${task.title}”`}
      act="结束"
      onAct={() => void close()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <StillIn task={task} />
      <View>不再招人；已经做的服务照样确认，照样算。</View>
    </ActSheet>
  )
}
