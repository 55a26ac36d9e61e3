import { dayOf } from '../../shared/kernel/time'
import { withdrawRefusal } from '../../shared/pledge/policy'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { callOf, factsOfCall, homesOpen, placeOfCall, pledgesOf, resolutionSeen, showTotals } from './queries'

/** Totals for all; by home for the building and the keepers: which rows there are is decided by the rows themselves. */
export const listPledges = read('pledge.list', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.resolutionId]
    const [[resolution], [call], pledges, mine] = await Promise.all([
      resolutionSeen(tx, key),
      callOf(tx, key),
      pledgesOf(tx, key),
      homesOpen(tx, key),
    ])
    return resolution && { resolution, call, pledges, mine }
  },
  place: ({ resolution }) => placeOfCall(resolution),
  answer: ({ loaded: { call, pledges, mine }, now }) => {
    if (!call) throw new Refused('pledge_not_asked')
    const today = dayOf(now)
    const facts = factsOfCall(call)
    const open = withdrawRefusal(facts, false, today) === undefined
    return {
      ...showTotals(call),
      open,
      items: pledges.map((p) => ({
        pledgeId: p.id,
        homeId: p.home_id,
        label: p.label,
        fen: p.fen,
        at: p.at.toISOString(),
        withdrawnAt: p.withdrawn_at?.toISOString() ?? null,
        mine: p.mine,
        mayWithdraw:
          (p.mine || call.keeps) && withdrawRefusal(facts, p.withdrawn_at !== null, today) === undefined,
      })),
      mine: open ? mine.map((h) => ({ homeId: h.home_id, label: h.label })) : [],
      mayRecord: open && call.keeps,
    }
  },
})
