import { incidentRefusal, joiningRefusal } from '../../shared/incident/policy'
import { write } from '../kernel/verb'
import { putOnto } from './onto'
import { incidentStanding, lockIncident, whistlesForUpdate } from './queries'

/** More whistles of the same cause. One that is on it already is left as it is. */
export const addToIncident = write('incident.add', {
  load: async ({ tx, input }) => {
    const { communityId, incidentId, whistleIds } = input
    const [, whistles, [incident]] = await Promise.all([
      lockIncident(tx, [communityId, incidentId]),
      whistlesForUpdate(tx, [communityId, whistleIds]),
      incidentStanding(tx, [communityId, incidentId]),
    ])
    return incident && { incident, whistles }
  },
  place: ({ incident }, { communityId }) => ({ communityId, compoundId: incident.compound_id }),
  refuse: ({ input, loaded: { incident, whistles } }) => {
    if (whistles.length !== new Set(input.whistleIds).size) return 'not_found'
    return (
      incidentRefusal({ endedAt: incident.ended_at }) ??
      joiningRefusal(
        { incidentId: incident.id, compoundId: incident.compound_id },
        whistles.map((w) => ({ compoundId: w.compound_id, state: w.state, incidentId: w.incident_id })),
      )
    )
  },
  async change(act) {
    const { communityId, incidentId } = act.input
    const { incident, whistles } = act.loaded
    const whistleIds = whistles.filter((w) => w.incident_id === null).map((w) => w.id)
    await putOnto(act, { communityId, incidentId, whistleIds, words: incident.told })
    return { added: whistleIds.length }
  },
})
