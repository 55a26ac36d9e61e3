import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const disengage = write('organisation.disengage', {
  load: async ({ tx, input }) =>
    (await queries.engagementForUpdate(tx, [input.communityId, input.engagementId]))[0],
  refuse: ({ loaded, now }) =>
    loaded.to_day !== null && loaded.to_day <= dayOf(now) ? 'engagement_ended' : undefined,
  async change(act) {
    const { tx, input, now, loaded } = act
    const to = dayOf(now)
    await Promise.all([
      queries.endEngagement(tx, [input.communityId, input.engagementId, to]),
      note(act, {
        communityId: input.communityId,
        action: 'engagement.ended',
        subjectKind: 'engagement',
        subjectId: input.engagementId,
        before: { to: loaded.to_day },
        after: { to },
      }),
    ])
    return { to }
  },
})
