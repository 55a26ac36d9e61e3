import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { compoundSeen, partiesIn, usualLead } from './reading/queries'

/** To whom work in a compound can be sent today, with who usually gets it. */
export const listParties = read('whistle.parties', {
  load: async ({ tx, input, now }) => {
    const key = [input.communityId, input.compoundId]
    const [[compound], parties, [usual]] = await Promise.all([
      compoundSeen(tx, key),
      partiesIn(tx, [...key, dayOf(now)]),
      usualLead(tx, [...key, input.category ?? null]),
    ])
    return compound && { parties, usual }
  },
  answer: ({ loaded: { parties, usual } }) => ({
    items: parties.map((p) => ({
      kind: p.kind,
      partyId: p.party_id,
      name: p.name,
      usual: p.kind === usual?.kind && p.party_id === usual.party_id,
    })),
  }),
})
