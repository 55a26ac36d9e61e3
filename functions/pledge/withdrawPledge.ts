import { dayOf } from '../../shared/kernel/time'
import { withdrawRefusal } from '../../shared/pledge/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import {
  callOf,
  factsOfCall,
  holdResolution,
  lockCall,
  placeOfCall,
  pledgeById,
  showTotals,
  withdraw,
} from './queries'

/** A word taken back, until the day that was named, or what it is for is over. */
export const withdrawPledge = write('pledge.withdraw', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.resolutionId]
    const [, , [call], [pledge]] = await Promise.all([
      holdResolution(tx, key),
      lockCall(tx, key),
      callOf(tx, key),
      pledgeById(tx, [...key, input.pledgeId]),
    ])
    return call && pledge && { call, pledge }
  },
  place: ({ call }) => placeOfCall(call),
  refuse: ({ loaded: { call, pledge }, now }) =>
    pledge.mine || call.keeps
      ? withdrawRefusal(factsOfCall(call), pledge.withdrawn_at !== null, dayOf(now))
      : 'home_not_yours',
  async change(act) {
    const { tx, input, now } = act
    const { communityId, resolutionId, pledgeId } = input
    const [, , [call]] = await Promise.all([
      withdraw(tx, [communityId, resolutionId, pledgeId, now]),
      note(act, {
        communityId,
        action: 'pledge.withdrawn',
        subjectKind: 'pledge',
        subjectId: pledgeId,
        after: { resolutionId },
      }),
      callOf(tx, [communityId, resolutionId]),
    ])
    return showTotals(call!)
  },
})
