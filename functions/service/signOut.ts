import type { Input } from '../../shared/contract'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { holdService, loadCalendar, showService } from './counting'
import * as queries from './queries'
import { doneAt, refuseSigning } from './signing'

/** Kept on a phone, whose first try had arrived all the same: it is out already. */
const isAgain = (
  { at }: Input<'service.signOut'>,
  { state, out_at }: { state: string; out_at: Date | null },
) => at !== undefined && state !== 'in' && out_at !== null

export const signOutOfService = write('service.signOut', {
  load: async ({ tx, input, now }) => {
    const [row, calendar] = await Promise.all([
      holdService(tx, input),
      loadCalendar(tx, new Date(now.getTime() - 40 * 86_400_000)),
    ])
    return row && { row, calendar }
  },
  refuse({ input, loaded: { row }, caller, now }) {
    if (row.person_id !== caller.personId) return 'not_found'
    if (isAgain(input, row)) return undefined
    if (row.state !== 'in' || row.task_id === null) return 'not_signed_in'
    if (doneAt(input, now) <= row.in_at) return 'out_before_in'
    return refuseSigning(
      input,
      { communityId: row.community_id, taskId: row.task_id, lat: row.lat, lng: row.lng },
      now,
    )
  },
  async change(act) {
    const { tx, now, input, loaded } = act
    const key = [input.communityId, input.serviceId]
    if (isAgain(input, loaded.row)) return showService(loaded.calendar)(loaded.row)
    const [, , [row]] = await Promise.all([
      queries.signOut(tx, [...key, doneAt(input, now), input.way]),
      note(act, {
        communityId: input.communityId,
        action: 'service.signedOut',
        subjectKind: 'service',
        subjectId: input.serviceId,
        before: { state: 'in' },
        after: { state: 'out', way: input.way },
      }),
      queries.serviceById(tx, key),
    ])
    return showService(loaded.calendar)(row!)
  },
})
