import { series } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { circleValues, loadCalled, refuseCalling } from '../meeting/circle/convening'
import { addSeriesCircle } from '../meeting/circle/queries'

export const addSeries = write('series.add', {
  load: ({ tx, input }) => loadCalled(tx, input),
  refuse: ({ input, caller, loaded }) => refuseCalling(caller, input, loaded),
  async change(act) {
    const { tx, input, now, caller } = act
    const { communityId, id, compoundId, circle, chairId, recorderId } = input
    const hash = sentHash(input)
    const row = {
      communityId,
      id,
      compoundId: compoundId ?? null,
      kind: input.kind,
      title: input.title,
      rule: input.rule,
      starts: input.at,
      minutes: input.minutes,
      spot: input.spot,
      fromDay: input.from,
      convenerId: caller.personId,
      chairId: chairId ?? null,
      recorderId: recorderId ?? null,
      sentHash: hash,
      madeAt: now,
    }
    await Promise.all([
      addOnce(
        act,
        series,
        row,
        {
          communityId,
          action: 'series.added',
          subjectKind: 'series',
          subjectId: id,
          after: { kind: input.kind, ...(compoundId && { compoundId }), from: input.from },
        },
        // the hash of what was sent stands for all of it
        [
          'compoundId',
          'kind',
          'title',
          'rule',
          'starts',
          'minutes',
          'spot',
          'fromDay',
          'chairId',
          'recorderId',
          'madeAt',
        ],
      ),
      addSeriesCircle(tx, [communityId, id, hash, ...circleValues(circle)]),
    ])
    return { id }
  },
})
