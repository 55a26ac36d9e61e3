import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { holdService, loadCalendar, showService } from './counting'
import * as queries from './queries'

/** Somebody forgot to sign out: the worker says when it really ended. It still waits to be confirmed. */
export const closeService = write('service.close', {
  load: async ({ tx, input }) => {
    const [row, calendar] = await Promise.all([holdService(tx, input), loadCalendar(tx, new Date(0))])
    return row && { row, calendar }
  },
  refuse({ input, loaded: { row }, now }) {
    if (row.state !== 'in') return 'not_signed_in'
    const outAt = new Date(input.outAt)
    if (outAt <= row.in_at) return 'out_before_in'
    return outAt > now ? 'service_ahead' : undefined
  },
  conflicts: { service_overlaps: 'service_overlaps' },
  async change(act) {
    const { tx, input, loaded } = act
    const key = [input.communityId, input.serviceId]
    const [, , [row]] = await Promise.all([
      queries.signOut(tx, [...key, new Date(input.outAt), 'worker']),
      note(act, {
        communityId: input.communityId,
        action: 'service.closed',
        subjectKind: 'service',
        subjectId: input.serviceId,
        aboutId: loaded.row.person_id,
        before: { state: 'in' },
        after: { state: 'out', way: 'worker' },
      }),
      queries.serviceById(tx, key),
    ])
    return showService(loaded.calendar)(row!)
  },
})
