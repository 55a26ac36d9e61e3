import { isClock } from '../../shared/whistle/clocks'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { communitySeen, setOwnClock } from './reading/queries'

/** A community gives its own time; deadlines that run already stay as they are. */
export const setClock = write('whistle.setClock', {
  load: async ({ tx, input }) => (await communitySeen(tx, [input.communityId]))[0],
  refuse: ({ input }) => (isClock(input.response) && isClock(input.resolution) ? undefined : 'clock_wrong'),
  async change(act) {
    const { communityId, category, urgency, response, resolution } = act.input
    await Promise.all([
      setOwnClock(act.tx, [
        communityId,
        category,
        urgency,
        response.amount,
        response.unit,
        resolution.amount,
        resolution.unit,
        act.now,
      ]),
      note(act, {
        communityId,
        action: 'whistle.clockSet',
        subjectKind: 'community',
        subjectId: communityId,
        after: {
          category,
          urgency,
          response: response.amount,
          responseUnit: response.unit,
          resolution: resolution.amount,
          resolutionUnit: resolution.unit,
        },
      }),
    ])
    return { own: true }
  },
})
