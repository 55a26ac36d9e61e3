import { write } from '../kernel/verb'
import { isLong, minutesOf } from './counting'
import { loadToSettle, moved, settle } from './settling'

export const confirmService = write('service.confirm', {
  load: ({ tx, input }) => loadToSettle(tx, input),
  refuse({ input, loaded: { row } }) {
    if (row.state !== 'out') return moved(row.state)
    return isLong({ from: row.in_at, to: row.out_at! }) && !input.sure ? 'service_long' : undefined
  },
  change: (act) =>
    settle(act, act.loaded, {
      state: 'confirmed',
      counted: minutesOf(act.loaded.row, act.loaded.calendar),
      action: 'service.confirmed',
    }),
})
