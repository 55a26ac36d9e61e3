import { leaveHours } from '../../shared/task/states'
import { worksAt } from '../checkin/standing'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setTaking, takingForUpdate } from './queries'
import { mayStillLeave } from './view'

/** By the member with a day's notice; later only the worker frees the place. */
export const leaveTask = write('task.leave', {
  load: async ({ tx, input }) => (await takingForUpdate(tx, [input.communityId, input.takingId]))[0],
  refuse({ input, loaded, caller, now }) {
    const worker = worksAt(caller, input.communityId)
    if (loaded.person_id !== caller.personId && !worker) return 'not_found'
    if (loaded.state !== 'asked' && loaded.state !== 'taken') return 'taking_over'
    return worker || mayStillLeave(loaded.starts_at, now)
      ? undefined
      : ['leave_too_late', { hours: leaveHours }]
  },
  async change(act) {
    const { communityId, takingId, reason } = act.input
    const { loaded, caller } = act
    await Promise.all([
      setTaking(act.tx, [communityId, takingId, 'left', reason, act.now]),
      note(act, {
        communityId,
        action: 'task.left',
        subjectKind: 'task',
        subjectId: loaded.task_id,
        aboutId: loaded.person_id === caller.personId ? null : loaded.person_id,
        before: { state: loaded.state },
        after: { takingId, state: 'left', reason },
      }),
    ])
    return { takingId, state: 'left' as const }
  },
})
