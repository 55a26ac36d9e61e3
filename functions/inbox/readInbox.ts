import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { readUntil, unreadAround } from './queries'

/** What came up to a moment is read; what came since stays unread. */
export const readInbox = write('inbox.read', {
  load: async ({ tx, input }) => (await unreadAround(tx, [input.until]))[0],
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    await Promise.all([
      readUntil(tx, [input.until, now]),
      note(act, {
        action: 'inbox.read',
        subjectKind: 'person',
        subjectId: caller.personId,
        after: { lines: loaded.before },
      }),
    ])
    return { unread: loaded.later }
  },
})
