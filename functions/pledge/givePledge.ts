import { pledge } from '../../db/schema'
import { sayYuan } from '../../shared/kernel/money'
import { dayOf } from '../../shared/kernel/time'
import { pledgeRefusal } from '../../shared/pledge/policy'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import {
  callOf,
  factsOfCall,
  holdResolution,
  homeOfCircle,
  lockCall,
  placeOfCall,
  resolutionSeen,
  sameSent,
  showTotals,
} from './queries'

/** A home's voluntary word, in whole fen: by somebody of the home, or written down by whoever keeps the meeting. */
export const givePledge = write('pledge.give', {
  load: async ({ tx, input }) => {
    const { communityId, resolutionId, id, homeId, fen } = input
    const key = [communityId, resolutionId]
    const [, , [call], [resolution], [home], [same]] = await Promise.all([
      holdResolution(tx, key),
      lockCall(tx, key),
      callOf(tx, key),
      resolutionSeen(tx, key),
      homeOfCircle(tx, [...key, homeId]),
      sameSent(tx, [communityId, id, resolutionId, homeId, fen]),
    ])
    return resolution && { call, resolution, home, again: same !== undefined }
  },
  place: ({ resolution }) => placeOfCall(resolution),
  refuse: ({ input, loaded, now }) => {
    const { call, home, again } = loaded
    if (!call) return 'pledge_not_asked'
    if (again) return undefined
    if (!home) return call.keeps ? 'home_elsewhere' : 'home_not_yours'
    if (!home.mine && !call.keeps) return 'home_not_yours'
    const facts = factsOfCall(call)
    const refusal = pledgeRefusal(facts, input.fen, dayOf(now))
    return refusal === 'pledge_over'
      ? [refusal, { left: sayYuan(facts.targetFen - facts.pledgedFen) }]
      : refusal
  },
  conflicts: { pledge_once: 'pledge_twice' },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, resolutionId, id, homeId, fen } = input
    if (loaded.again) return showTotals(loaded.call!)
    const { building_id: buildingId, mine } = loaded.home!
    const [, [call]] = await Promise.all([
      addOnce(
        act,
        pledge,
        {
          communityId,
          id,
          resolutionId,
          buildingId,
          homeId,
          personId: mine ? caller.personId : null,
          fen,
          at: now,
        },
        {
          communityId,
          action: 'pledge.given',
          subjectKind: 'pledge',
          subjectId: id,
          after: { resolutionId, homeId, fen },
        },
        ['buildingId', 'personId', 'at'],
      ),
      callOf(tx, [communityId, resolutionId]),
    ])
    return showTotals(call!)
  },
})
