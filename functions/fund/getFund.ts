import { may } from '../../shared/permissions'
import { read } from '../kernel/verb'
import { fundById, homesOfFund } from './queries'
import { showFund } from './view'

/** Totals for every owner; by home to those who keep the books, and one's own. */
export const getFund = read('fund.get', {
  load: async ({ tx, input: { communityId, compoundId, resolutionId } }) => {
    const key = [communityId, compoundId, resolutionId]
    const [[fund], homes] = await Promise.all([fundById(tx, key), homesOfFund(tx, key)])
    return fund && { fund, homes }
  },
  answer: ({ input: { communityId, compoundId }, loaded: { fund, homes }, caller }) => {
    const keeps = may(caller, 'fund.receive', { communityId, compoundId })
    return {
      ...showFund(fund),
      homes: homes.map((h) => ({
        pledgeId: h.pledge_id,
        homeId: h.home_id,
        label: h.label,
        pledgedFen: h.fen,
        paidFen: h.paid,
        returnedFen: h.returned,
        mine: h.mine,
      })),
      mayReceive: keeps && !fund.closed,
      mayGiveBack: keeps && fund.balance > 0 && fund.held === 0,
    }
  },
})
