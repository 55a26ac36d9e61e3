import { categories, urgencies } from '../../shared/whistle/categories'
import { quota } from '../../shared/whistle/limits'
import { read } from '../kernel/verb'
import { worldOf } from './clockWorld'
import { clocksOf, quotaOf } from './queries'
import { communitySeen } from './reading/queries'

/** How much time a community gives for everything, and where that is its own. */
export const readClocks = read('whistle.clocks', {
  load: async ({ tx, input }) => {
    const [[community], own, [ownQuota]] = await Promise.all([
      communitySeen(tx, [input.communityId]),
      clocksOf(tx, [input.communityId]),
      quotaOf(tx, [input.communityId]),
    ])
    return community && { own, ownQuota }
  },
  answer: ({ loaded: { own, ownQuota } }) => {
    const world = worldOf([], [], own)
    const items = categories.flatMap((category) =>
      urgencies.map((urgency) => ({
        category,
        urgency,
        ...world.clocksFor(category, urgency),
        own: own.some((c) => c.category === category && c.urgency === urgency),
      })),
    )
    return {
      items,
      quota: {
        aDay: ownQuota?.a_day ?? quota.aDay,
        alikeADay: ownQuota?.alike_a_day ?? quota.alikeADay,
        own: ownQuota !== undefined,
      },
    }
  },
})
