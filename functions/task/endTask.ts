import type { Connection } from '../kernel/database'
import { type Act, note } from '../kernel/record'
import { lockTask, setTask, type TaskRow, taskById } from './queries'

interface Key {
  communityId: string
  taskId: string
}
export async function holdTask(tx: Connection, { communityId, taskId }: Key): Promise<TaskRow | undefined> {
  const key = [communityId, taskId]
  const [, [task]] = await Promise.all([lockTask(tx, key), taskById(tx, key)])
  return task
}
export const refuseOver = (task: TaskRow) => (task.state === 'open' ? undefined : ('task_over' as const))

/** Closed when it is done with, cancelled when it will not be held: the record tells whoever took it. */
export async function endTask(
  act: Act,
  { communityId, taskId }: Key,
  state: 'over' | 'cancelled',
  reason: string | null,
) {
  await Promise.all([
    // first the line, while it is still known who took it
    note(act, {
      communityId,
      action: state === 'over' ? 'task.closed' : 'task.cancelled',
      subjectKind: 'task',
      subjectId: taskId,
      before: { state: 'open' },
      after: { state, ...(reason !== null && { reason }) },
    }),
    setTask(act.tx, [communityId, taskId, state, reason, act.now]),
  ])
  return { state }
}
