import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { tasksOf } from './queries'
import { showTask } from './view'

export const listTasks = read('task.list', {
  load: ({ tx, input: { communityId, state, after } }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    return tasksOf(tx, [communityId, state ?? null, at ?? null, id ?? null])
  },
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (t) => [t.made_at.toISOString(), t.id],
      (t) => ({ ...showTask(t), asked: t.asked }),
    ),
})
