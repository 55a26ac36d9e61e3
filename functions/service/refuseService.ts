import { write } from '../kernel/verb'
import { loadToSettle, moved, settle } from './settling'

export const refuseService = write('service.refuse', {
  load: ({ tx, input }) => loadToSettle(tx, input),
  refuse: ({ loaded: { row } }) => (row.state === 'out' ? undefined : moved(row.state)),
  change: (act) =>
    settle(act, act.loaded, {
      state: 'refused',
      counted: null,
      reason: act.input.reason,
      action: 'service.refused',
    }),
})
