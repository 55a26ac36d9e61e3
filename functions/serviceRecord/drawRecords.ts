import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { draw } from './queries'

export const drawRecords = write('serviceRecord.draw', {
  load: async () => ({}),
  refuse: ({ input, now }) => (input.year > dayOf(now).slice(0, 4) ? 'year_ahead' : undefined),
  async change(act) {
    const { communityId, year } = act.input
    const [[done]] = await Promise.all([
      draw(act.tx, [communityId, Number(year), act.now]),
      note(act, {
        communityId,
        action: 'serviceRecord.drawn',
        subjectKind: 'serviceRecord',
        subjectId: communityId,
        after: { year: Number(year) },
      }),
    ])
    return done!
  },
})
