import { dayOf } from '../../shared/kernel/time'
import { keeps } from '../../shared/meeting/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { callOffAll, endSeriesOn, lockSeries, plannedAfter, seriesById } from './queries'

/** It comes no more after today; of later dates those of which nobody was told yet do not take place. */
export const endSeries = write('series.end', {
  load: async ({ tx, input: { communityId, seriesId }, now }) => {
    const [, [found], planned] = await Promise.all([
      lockSeries(tx, [communityId, seriesId]),
      seriesById(tx, [communityId, seriesId]),
      plannedAfter(tx, [communityId, seriesId, now]),
    ])
    return found && { series: found, planned: planned.map((m) => m.id) }
  },
  place: ({ series }) => ({
    communityId: series.community_id,
    ...(series.compound_id && { compoundId: series.compound_id }),
  }),
  refuse: ({ caller, loaded: { series }, input: { communityId } }) => {
    const { convener_id: convenerId, chair_id: chairId, recorder_id: recorderId } = series
    if (!keeps(caller, { communityId, convenerId, chairId, recorderId })) return 'not_keeper'
    return series.to_day === null ? undefined : 'series_ended'
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, seriesId } = input
    const to = dayOf(now)
    await Promise.all([
      endSeriesOn(tx, [communityId, seriesId, to]),
      callOffAll(tx, [communityId, loaded.planned, '这个例会停了']),
      note(act, {
        communityId,
        action: 'series.ended',
        subjectKind: 'series',
        subjectId: seriesId,
        after: { to },
      }),
      ...loaded.planned.map((meetingId) =>
        note(act, {
          communityId,
          action: 'meeting.calledOff',
          subjectKind: 'meeting',
          subjectId: meetingId,
          before: { state: 'planned' },
          after: { state: 'notHeld', seriesId },
        }),
      ),
    ])
    return { to }
  },
})
