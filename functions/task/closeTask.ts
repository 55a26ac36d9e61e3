import { write } from '../kernel/verb'
import { endTask, holdTask, refuseOver } from './endTask'

export const closeTask = write('task.close', {
  load: ({ tx, input }) => holdTask(tx, input),
  refuse: ({ loaded }) => refuseOver(loaded),
  change: (act) => endTask(act, act.input, 'over', null),
})
