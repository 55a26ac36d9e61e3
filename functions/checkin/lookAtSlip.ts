import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import * as queries from './queries'
import { refuseSlip } from './standing'

/** Whose slip it is, before it is presented: told to whom its number and its name are known, which nobody guesses. */
export const lookAtSlip = read('checkin.look', {
  load: async ({ tx, input }) => {
    const [[self], [consent], [slip], homes, communities] = await Promise.all([
      queries.meRow(tx),
      queries.consentOfMine(tx),
      queries.slipInHand(tx, [input.number]),
      queries.homesOfMine(tx, [input.number]),
      queries.communitiesOf(tx, [input.number]),
    ])
    return { self: self!, consent, slip, homes, communities }
  },
  answer({ input, now, loaded: { self, consent, slip, homes, communities } }) {
    if (!consent) throw new Refused('consent_missing')
    const refusal = refuseSlip(slip, { phone: self.phone, name: input.name, now })
    if (refusal) throw new Refused(refusal)
    return {
      unit: slip!.unit,
      expires: slip!.expires,
      suggested: homes.map((s) => ({
        communityId: s.community_id,
        community: s.community,
        subdistrict: s.subdistrict,
        homeId: s.home_id,
        home: s.home,
      })),
      others: communities.map((o) => ({
        communityId: o.id,
        community: o.community,
        subdistrict: o.subdistrict,
      })),
    }
  },
})
