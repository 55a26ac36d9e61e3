import { write } from '../kernel/verb'
import { setRemark } from './queries'
import { takeStep } from './step'
import { holdRecord, moved } from './view'

export const remarkRecord = write('serviceRecord.remark', {
  load: ({ tx, input }) => holdRecord(tx, input),
  refuse: ({ loaded }) => (loaded.state === 'drawn' ? undefined : moved(loaded)),
  change: (act) => {
    const { communityId, serviceRecordId, remark, words } = act.input
    return takeStep(
      act,
      'serviceRecord.remarked',
      { state: 'drawn', remark },
      setRemark(act.tx, [communityId, serviceRecordId, remark, words ?? null]),
    )
  },
})
