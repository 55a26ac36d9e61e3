import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { checkinById } from './queries'
import { showCheckin, worksAt } from './standing'

/** Whole for its member and the community's workers; the unit reads receipts. */
export const getCheckin = read('checkin.get', {
  load: async ({ tx, input }) => (await checkinById(tx, [input.communityId, input.checkinId]))[0],
  answer: ({ loaded, caller }) => {
    if (loaded.person_id !== caller.personId && !worksAt(caller, loaded.community_id))
      throw new Refused('not_found')
    return showCheckin(loaded, caller)
  },
})
