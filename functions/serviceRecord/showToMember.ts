import { write } from '../kernel/verb'
import { show } from './queries'
import { takeStep } from './step'
import { holdRecord, moved } from './view'

/** The member reads it before anybody else does. */
export const showToMember = write('serviceRecord.show', {
  load: ({ tx, input }) => holdRecord(tx, input),
  refuse({ loaded }) {
    if (loaded.state !== 'drawn') return moved(loaded)
    return loaded.remark === null ? 'remark_missing' : undefined
  },
  change: (act) =>
    takeStep(
      act,
      'serviceRecord.shown',
      { state: 'shown' },
      show(act.tx, [act.input.communityId, act.input.serviceRecordId, act.now]),
    ),
})
