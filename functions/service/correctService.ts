import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { countFor, showService } from './counting'
import * as queries from './queries'
import { loadToSettle, moved } from './settling'
import { addWritten, refuseTimes, spanOf } from './writing'

/** What was there stays as it was, marked; another takes its place and names it. */
export const correctService = write('service.correct', {
  load: async ({ tx, input }) => {
    const { communityId, serviceId, id, inAt, outAt } = input
    const [found, [during], [again], others] = await Promise.all([
      loadToSettle(tx, input),
      queries.duringOf(tx, [communityId, serviceId]),
      queries.sentBefore(tx, [communityId, id, sentHash(input)]),
      queries.othersOfWhom(tx, [communityId, serviceId, inAt, outAt]),
    ])
    if (!found || !during) return undefined
    return { ...found, during, again, others: others.filter((o) => o.id !== id && o.id !== input.serviceId) }
  },
  refuse({ input, loaded: { row, during, again }, now }) {
    if (again) return undefined
    if (row.state !== 'out' && row.state !== 'confirmed') return moved(row.state)
    if (row.name === null) return 'service_forgotten'
    return refuseTimes(input, during, now)
  },
  conflicts: {
    service_overlaps: 'service_overlaps',
    service_corrected_once: 'service_moved',
    service_within_checkin: 'service_outside',
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, id, serviceId, reason } = input
    const { row, again, others, calendar } = loaded
    const counted = countFor(
      spanOf(input),
      reason === 'wrongWorkHours' ? row.work_now : row.work,
      others,
      calendar,
    )
    const [, , [after]] = await Promise.all([
      again ? undefined : queries.setCorrected(tx, [communityId, serviceId]),
      again
        ? undefined
        : addWritten(
            act,
            {
              communityId,
              id,
              checkinId: row.checkin_id,
              taskId: row.task_id,
              correctsId: serviceId,
              reason,
              sentHash: sentHash(input),
            },
            input,
            counted,
            { action: 'service.corrected', personId: row.person_id, more: { correctsId: serviceId, reason } },
          ),
      queries.serviceById(tx, [communityId, id]),
    ])
    return showService(calendar)(after!)
  },
})
