import { engagement } from '../../db/schema'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { communityOf, compoundById } from '../place/queries'
import { organisationById } from './queries'

/** Gives a community, or one compound of it, to an organisation to work in. */
export const engage = write('organisation.engage', {
  load: async ({ tx, input }) => {
    const [communities, organisations, compounds] = await Promise.all([
      communityOf(tx, [input.communityId]),
      organisationById(tx, [input.organisationId]),
      compoundById(tx, [input.communityId, input.compoundId]),
    ])
    const found = communities[0] && (input.compoundId === null || compounds[0])
    return found ? { known: organisations.length > 0 } : undefined
  },
  refuse: ({ input, loaded }) => {
    if (!loaded.known) return 'organisation_unknown'
    return input.to !== null && input.to < input.from ? 'days_reversed' : undefined
  },
  conflicts: { engagement_once: 'engaged_already' },
  async change(act) {
    const { communityId, id, organisationId, compoundId, from, to } = act.input
    await addOnce(
      act,
      engagement,
      { communityId, id, organisationId, compoundId, fromDay: from, toDay: to },
      {
        communityId,
        action: 'engagement.added',
        subjectKind: 'engagement',
        subjectId: id,
        after: { organisationId, compoundId, from, to },
      },
    )
    return { id }
  },
})
