import { write } from '../kernel/verb'
import { holdMine, refuseMove } from './standing'
import { takeStep } from './step'

export const takeBack = write('checkin.takeBack', {
  load: ({ tx, input }) => holdMine(tx, input),
  refuse: ({ loaded }) => refuseMove(loaded, 'takeBack'),
  change: (act) => takeStep(act, act.loaded, { to: 'withdrawn', record: 'checkin.withdrawn' }),
})
