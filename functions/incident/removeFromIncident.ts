import { incidentRefusal } from '../../shared/incident/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { incidentStanding, lockIncident, setIncident, whistlesForUpdate } from './queries'

/** It was something else after all. One that is not on it is left as it is. */
export const removeFromIncident = write('incident.remove', {
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
  refuse: ({ input, loaded: { incident, whistles } }) =>
    whistles.length === new Set(input.whistleIds).size
      ? incidentRefusal({ endedAt: incident.ended_at })
      : 'not_found',
  async change(act) {
    const { communityId, incidentId } = act.input
    const leaving = act.loaded.whistles.filter((w) => w.incident_id === incidentId).map((w) => w.id)
    await Promise.all([
      setIncident(act.tx, [communityId, null, leaving]),
      ...leaving.map((subjectId) =>
        note(act, {
          communityId,
          action: 'whistle.leftIncident',
          subjectKind: 'whistle',
          subjectId,
          after: { by: 'community', incidentId },
        }),
      ),
    ])
    return { removed: leaving.length }
  },
})
