import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const endSession = write('session.end', {
  load: async ({ tx, input }) => (await queries.sessionToEnd(tx, [input.sessionId]))[0],
  async change(act) {
    const { tx, input, now } = act
    await Promise.all([
      queries.endSession(tx, [input.sessionId, now]),
      note(act, { action: 'session.ended', subjectKind: 'session', subjectId: input.sessionId }),
    ])
    return { ended: true }
  },
})
