import { dayOf } from '../../shared/kernel/time'
import { read } from '../kernel/verb'
import { walkersOf } from './queries'

/** Who may be named today. */
export const listWalkers = read('patrol.walkers', {
  load: ({ tx, input }) => walkersOf(tx, [input.communityId]),
  place: (_, { communityId }) => ({ communityId }),
  answer({ loaded, input, now }) {
    const today = dayOf(now)
    const may = loaded.filter(
      (w) =>
        (input.gridId === undefined || w.grid_id === input.gridId) &&
        (input.organisationId === undefined || w.organisation_id === input.organisationId) &&
        w.from_day <= today &&
        (w.to_day === null || w.to_day >= today),
    )
    const names = new Map(may.map((w) => [w.person_id, w.name]))
    return { items: [...names].map(([personId, name]) => ({ personId, name })) }
  },
})
