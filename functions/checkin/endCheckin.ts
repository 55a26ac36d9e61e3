import { write } from '../kernel/verb'
import { holdCheckin, refuseMove } from './standing'
import { takeStep } from './step'

export const endCheckin = write('checkin.end', {
  load: ({ tx, input }) => holdCheckin(tx, input),
  refuse: ({ loaded }) => refuseMove(loaded, 'end'),
  change: (act) =>
    takeStep(act, act.loaded, { to: 'ended', record: 'checkin.ended', reason: act.input.reason }),
})
