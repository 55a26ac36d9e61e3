import { read } from '../kernel/verb'
import { sessionsOf } from './queries'

export const listSessions = read('session.list', {
  load: ({ tx, now }) => sessionsOf(tx, [now]),
  answer: ({ loaded, caller }) => ({
    items: loaded.map((s) => ({
      sessionId: s.id,
      device: s.device,
      openedAt: s.opened_at.toISOString(),
      expiresAt: s.expires_at.toISOString(),
      current: s.id === caller.sessionId,
    })),
  }),
})
