import type { Calendar } from '../../shared/kernel/calendar'
import type { RecordAction } from '../../shared/record/actions'
import type { Counted } from '../../shared/service/hours'
import type { ServiceState } from '../../shared/service/states'
import { serviceStateWords } from '../../shared/service/words'
import type { Connection } from '../kernel/database'
import { type Act, note } from '../kernel/record'
import { countedValues, holdService, loadCalendar, showService } from './counting'
import * as queries from './queries'

type Key = { communityId: string; serviceId: string }

export async function loadToSettle(tx: Connection, input: Key) {
  const [row, calendar] = await Promise.all([holdService(tx, input), loadCalendar(tx, new Date(0))])
  return row && { row, calendar }
}
export const moved = (state: ServiceState): ['service_moved', { state: string }] => [
  'service_moved',
  { state: serviceStateWords[state] },
]

/** Confirmed or not: its minutes stand from then on, and the member is told. */
export async function settle(
  act: Act,
  { row, calendar }: { row: queries.ServiceRow; calendar: Calendar },
  to: { state: 'confirmed' | 'refused'; counted: Counted | null; reason?: string; action: RecordAction },
) {
  const key = [row.community_id, row.id]
  const [, , [after]] = await Promise.all([
    queries.settle(act.tx, [
      ...key,
      to.state,
      ...(to.counted ? countedValues(to.counted) : [null, null, null, null]),
      to.reason ?? null,
      act.caller.personId,
      act.now,
    ]),
    note(act, {
      communityId: row.community_id,
      action: to.action,
      subjectKind: 'service',
      subjectId: row.id,
      aboutId: row.person_id,
      before: { state: row.state },
      after: {
        state: to.state,
        ...(to.counted && { minutes: to.counted.counted }),
        ...(to.reason !== undefined && { reason: to.reason }),
      },
    }),
    queries.serviceById(act.tx, key),
  ])
  return showService(calendar)(after!)
}
