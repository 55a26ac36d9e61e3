import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { countFor, loadCalendar, showService } from './counting'
import * as queries from './queries'
import { addWritten, refuseTimes, spanOf } from './writing'

/** By the worker, for somebody without a phone: a whole service at once. */
export const writeService = write('service.write', {
  load: async ({ tx, input }) => {
    const { communityId, checkinId, taskId, id, inAt, outAt } = input
    const [[member], [task], others, calendar, [again]] = await Promise.all([
      queries.memberOf(tx, [communityId, checkinId]),
      queries.taskIn(tx, [communityId, taskId ?? null]),
      queries.othersAround(tx, [communityId, checkinId, inAt, outAt]),
      loadCalendar(tx, new Date(0)),
      queries.sentBefore(tx, [communityId, id, sentHash(input)]),
    ])
    return { member, task, others: others.filter((o) => o.id !== id), calendar, again }
  },
  refuse({ input, loaded: { member, task, again }, now }) {
    if (again) return undefined
    if (!member) return 'checkin_elsewhere'
    if (member.name === null) return 'service_forgotten'
    if (input.taskId !== undefined && !task) return 'task_elsewhere'
    return refuseTimes(input, member, now)
  },
  conflicts: {
    service_overlaps: 'service_overlaps',
    service_begins: 'checkin_elsewhere',
    service_within_checkin: 'service_outside',
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, id, checkinId, taskId } = input
    const { member, others, calendar, again } = loaded
    const counted = countFor(spanOf(input), member!.work, others, calendar)
    const [, [row]] = await Promise.all([
      again
        ? undefined
        : addWritten(
            act,
            { communityId, id, checkinId, taskId: taskId ?? null, sentHash: sentHash(input) },
            input,
            counted,
            { action: 'service.written', personId: member!.person_id },
          ),
      queries.serviceById(tx, [communityId, id]),
    ])
    return showService(calendar)(row!)
  },
})
