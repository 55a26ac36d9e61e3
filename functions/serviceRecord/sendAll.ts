import { write } from '../kernel/verb'
import { recordsShown, sendMany } from './queries'
import { noteEach } from './step'
import { hashOf, maySend } from './view'

export const sendAll = write('serviceRecord.sendAll', {
  load: async ({ tx, input, now }) =>
    (await recordsShown(tx, [input.communityId, Number(input.year)])).filter((r) => maySend(r, now)),
  refuse: ({ loaded }) => (loaded.length === 0 ? 'record_unread' : undefined),
  async change(act) {
    const { tx, now, input, loaded } = act
    await Promise.all([
      sendMany(tx, [input.communityId, loaded.map((r) => r.id), loaded.map(hashOf), now]),
      noteEach(act, loaded, 'serviceRecord.sent', 'sent'),
    ])
    return { sent: loaded.length }
  },
})
