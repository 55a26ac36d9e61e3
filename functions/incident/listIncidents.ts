import { may } from '../../shared/permissions'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { incidentsOf } from './queries'
import { showIncident } from './view'

export const listIncidents = read('incident.list', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, show } = input
    const after = readCursor(input.after, 'instant', 'id')
    const [incidents, [compound]] = await Promise.all([
      incidentsOf(tx, [
        communityId,
        compoundId ?? null,
        show === 'all',
        after?.[0] ?? null,
        after?.[1] ?? null,
      ]),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? incidents : undefined
  },
  answer: ({ loaded, caller, input: { communityId } }) =>
    pageOf(
      loaded,
      (i) => [i.from_at.toISOString(), i.id],
      (i) => showIncident(i, may(caller, 'incident.add', { communityId, compoundId: i.compound_id })),
    ),
})
