import { read } from '../kernel/verb'
import { linksOfMine } from './queries'

/** Those not visited for longest come first. */
export const listMyHomes = read('care.mine', {
  load: ({ tx }) => linksOfMine(tx),
  answer: ({ loaded }) => ({
    items: loaded.map((l) => ({
      communityId: l.community_id,
      linkId: l.link_id,
      homeId: l.home_id,
      home: l.home,
      since: l.since,
      lastVisit: l.last_day,
      lastOutcome: l.last_outcome,
      lastNeeds: l.last_needs ?? [],
      visits: l.visits,
    })),
  }),
})
