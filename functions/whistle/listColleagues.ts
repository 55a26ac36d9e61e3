import { sitsAt } from '../../shared/whistle/policy'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { colleaguesOf, dispatchById } from './reading/deskQueries'

/** Who sits at the same desk. */
export const listColleagues = read('whistle.colleagues', {
  load: async ({ tx, input: { communityId, whistleId, dispatchId } }) => {
    const [[dispatch], colleagues] = await Promise.all([
      dispatchById(tx, [communityId, whistleId, dispatchId]),
      colleaguesOf(tx, [communityId, dispatchId]),
    ])
    return dispatch && { dispatch, colleagues }
  },
  answer({ caller, loaded: { dispatch, colleagues } }) {
    // whoever only hears of the work does not learn who does it
    if (!sitsAt(caller, { kind: dispatch.kind, partyId: dispatch.party_id })) throw new Refused('not_found')
    return { items: colleagues.map((c) => ({ personId: c.person_id, name: c.name })) }
  },
})
