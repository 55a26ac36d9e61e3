import { write } from '../kernel/verb'
import { send } from './queries'
import { takeStep } from './step'
import { hashOf, holdRecord, maySend, moved } from './view'

export const sendRecord = write('serviceRecord.send', {
  load: ({ tx, input }) => holdRecord(tx, input),
  refuse({ loaded, now }) {
    if (loaded.state !== 'shown') return moved(loaded)
    return maySend(loaded, now) ? undefined : 'record_unread'
  },
  change: (act) =>
    takeStep(
      act,
      'serviceRecord.sent',
      { state: 'sent' },
      send(act.tx, [act.input.communityId, act.input.serviceRecordId, act.now, hashOf(act.loaded)]),
    ),
})
