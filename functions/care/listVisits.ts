import { read } from '../kernel/verb'
import { linkById, visitsOf } from './queries'

export const listVisits = read('care.visits', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.linkId]
    const [[link], visits] = await Promise.all([linkById(tx, key), visitsOf(tx, key)])
    return link && { link, visits }
  },
  answer: ({ loaded: { link, visits } }) => ({
    home: link.home,
    items: visits.map((v) => ({
      visitId: v.id,
      day: v.day,
      at: v.at.toISOString(),
      outcome: v.outcome,
      needs: v.needs,
      member: v.member ?? '已注销',
    })),
  }),
})
