import { taskTaking } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { lockTask, sameTaking, taskById } from './queries'

/** First come, or asked for: whoever comes meanwhile waits at the task's row, so that nobody is taken over its number. */
export const takeTask = write('task.take', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.taskId]
    const [, [task], [again]] = await Promise.all([
      lockTask(tx, key),
      taskById(tx, key),
      sameTaking(tx, [input.communityId, input.id, input.taskId]),
    ])
    return task && { task, again }
  },
  refuse({ loaded: { task, again }, now }) {
    if (again) return undefined
    if (task.state !== 'open' || (task.ends_at !== null && task.ends_at <= now)) return 'task_over'
    if (task.checkin_id === null) return 'not_checked_in'
    if (task.taking_state === 'asked' || task.taking_state === 'taken') return 'taken_already'
    return task.taken >= task.places ? 'task_full' : undefined
  },
  conflicts: {
    task_places: 'task_full',
    taking_once: 'taken_already',
    taking_when_open: 'task_over',
    taking_by_member: 'not_checked_in',
  },
  async change(act) {
    const { communityId, taskId, id } = act.input
    const { task, again } = act.loaded
    if (again) return { id, state: again.state }
    const state = task.by === 'first' ? ('taken' as const) : ('asked' as const)
    await addOnce(
      act,
      taskTaking,
      { communityId, id, taskId, checkinId: task.checkin_id!, state, at: act.now },
      {
        communityId,
        action: 'task.taken',
        subjectKind: 'task',
        subjectId: taskId,
        after: { takingId: id, state },
      },
      ['at'],
    )
    return { id, state }
  },
})
