import { incidentRefusal } from '../../shared/incident/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { endOf, incidentStanding, lockIncident } from './queries'

/** It is over. Every whistle on it goes its own way to the end. */
export const endIncident = write('incident.end', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.incidentId]
    const [, [incident]] = await Promise.all([lockIncident(tx, of), incidentStanding(tx, of)])
    return incident
  },
  place: (incident, { communityId }) => ({ communityId, compoundId: incident.compound_id }),
  refuse: ({ loaded }) => incidentRefusal({ endedAt: loaded.ended_at }),
  async change(act) {
    const { communityId, incidentId } = act.input
    await Promise.all([
      endOf(act.tx, [communityId, incidentId, act.now]),
      note(act, { communityId, action: 'incident.ended', subjectKind: 'incident', subjectId: incidentId }),
    ])
    return { endedAt: act.now.toISOString() }
  },
})
