import { dayOf } from '../../shared/kernel/time'
import { isEarly } from '../../shared/serviceRecord/states'
import { write } from '../kernel/verb'
import { show } from './queries'
import { takeStep } from './step'
import { holdRecord, moved } from './view'

/** The member reads it before anybody else does. */
export const showToMember = write('serviceRecord.show', {
  load: ({ tx, input }) => holdRecord(tx, input),
  refuse({ input, loaded, now }) {
    if (loaded.state !== 'drawn') return moved(loaded)
    if (loaded.remark === null) return 'remark_missing'
    return isEarly(loaded.year, dayOf(now), loaded.has_left) && !input.sure ? 'year_not_over' : undefined
  },
  change: (act) =>
    takeStep(
      act,
      'serviceRecord.shown',
      { state: 'shown' },
      show(act.tx, [act.input.communityId, act.input.serviceRecordId, act.now]),
    ),
})
