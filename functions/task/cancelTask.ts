import { write } from '../kernel/verb'
import { endTask, holdTask, refuseOver } from './endTask'

export const cancelTask = write('task.cancel', {
  load: ({ tx, input }) => holdTask(tx, input),
  refuse: ({ loaded }) => refuseOver(loaded),
  change: (act) => endTask(act, act.input, 'cancelled', act.input.reason),
})
