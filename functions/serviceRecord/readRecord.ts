import { write } from '../kernel/verb'
import { markRead } from './queries'
import { takeStep } from './step'
import { holdRecord, moved } from './view'

export const readRecord = write('serviceRecord.read', {
  load: async ({ tx, input }) => holdRecord(tx, input),
  refuse({ loaded, caller }) {
    if (loaded.person_id !== caller.personId) return 'not_found'
    return loaded.state === 'shown' ? undefined : moved(loaded)
  },
  change: (act) => {
    const { communityId, serviceRecordId, comment } = act.input
    return takeStep(
      act,
      'serviceRecord.read',
      { state: 'shown', comment: comment !== undefined },
      markRead(act.tx, [communityId, serviceRecordId, act.now, comment ?? null]),
    )
  },
})
