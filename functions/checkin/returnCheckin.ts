import { write } from '../kernel/verb'
import { setReason } from './queries'
import { holdCheckin, refuseMove } from './standing'
import { takeStep } from './step'

export const returnCheckin = write('checkin.return', {
  load: ({ tx, input }) => holdCheckin(tx, input),
  refuse: ({ loaded }) => refuseMove(loaded, 'return'),
  async change(act) {
    const { communityId, checkinId, reason } = act.input
    const [moved] = await Promise.all([
      takeStep(act, act.loaded, { to: 'returned', record: 'checkin.returned' }),
      setReason(act.tx, [communityId, checkinId, reason]),
    ])
    return moved
  },
})
