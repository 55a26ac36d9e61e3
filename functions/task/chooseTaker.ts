import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setTaking, takingForUpdate } from './queries'

export const chooseTaker = write('task.choose', {
  load: async ({ tx, input }) => (await takingForUpdate(tx, [input.communityId, input.takingId]))[0],
  refuse: ({ loaded }) =>
    loaded.task_state !== 'open' ? 'task_over' : loaded.state !== 'asked' ? 'taking_over' : undefined,
  conflicts: { task_places: 'task_full', taking_when_open: 'task_over', taking_by_member: 'taking_over' },
  async change(act) {
    const { communityId, takingId, take } = act.input
    const state = take ? ('taken' as const) : ('declined' as const)
    await Promise.all([
      setTaking(act.tx, [communityId, takingId, state, null, act.now]),
      note(act, {
        communityId,
        action: 'task.chosen',
        subjectKind: 'task',
        subjectId: act.loaded.task_id,
        aboutId: act.loaded.person_id,
        before: { state: 'asked' },
        after: { takingId, state },
      }),
    ])
    return { takingId, state }
  },
})
