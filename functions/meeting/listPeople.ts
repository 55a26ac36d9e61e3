import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { officesIn, organisationsIn } from './queries'
import { sayOffice } from './reading/face'

/** Who can be named as chair or recorder, or invited in person; and who works there. */
export const listPeople = read('meeting.people', {
  load: async ({ tx, input: { communityId, compoundId }, now }) => {
    const [people, organisations, [compound]] = await Promise.all([
      officesIn(tx, [communityId, compoundId ?? null]),
      organisationsIn(tx, [communityId, compoundId ?? null, dayOf(now)]),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? { people, organisations } : undefined
  },
  answer: ({ loaded }) => ({
    items: loaded.people.map((p) => ({ personId: p.person_id, name: p.name, office: sayOffice(p.role) })),
    organisations: loaded.organisations.map((o) => ({ organisationId: o.id, name: o.name })),
  }),
})
