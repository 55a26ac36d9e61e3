import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { communitySeen, setOwnQuota } from './reading/queries'

/** How many whistles a community takes from one person a day, from the next one on. */
export const setQuota = write('whistle.setQuota', {
  load: async ({ tx, input }) => (await communitySeen(tx, [input.communityId]))[0],
  refuse: ({ input }) => (input.alikeADay > input.aDay ? 'quota_wrong' : undefined),
  async change(act) {
    const { communityId, aDay, alikeADay } = act.input
    await Promise.all([
      setOwnQuota(act.tx, [communityId, aDay, alikeADay, act.now]),
      note(act, {
        communityId,
        action: 'whistle.quotaSet',
        subjectKind: 'community',
        subjectId: communityId,
        after: { aDay, alikeADay },
      }),
    ])
    return { own: true }
  },
})
