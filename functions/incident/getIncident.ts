import { may } from '../../shared/permissions'
import { read } from '../kernel/verb'
import { answersOf, incidentById, reachesOf, whistlesAlone, whistlesOn } from './queries'
import { showIncident, showWhistleOn } from './view'

export const getIncident = read('incident.get', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.incidentId]
    const [[incident], answers, on, alone, [reaches]] = await Promise.all([
      incidentById(tx, of),
      answersOf(tx, of),
      whistlesOn(tx, of),
      whistlesAlone(tx, of),
      reachesOf(tx, of),
    ])
    return incident && { incident, answers, on, alone, reaches: reaches ?? null }
  },
  place: ({ incident }) => ({ communityId: incident.community_id, compoundId: incident.compound_id }),
  answer: ({ loaded: { incident, answers, on, alone, reaches }, caller }) => {
    const place = { communityId: incident.community_id, compoundId: incident.compound_id }
    const mayAdd = may(caller, 'incident.add', place)
    return {
      ...showIncident(incident, mayAdd),
      buildingIds: incident.building_ids,
      answers: answers.map((a) => ({ answerId: a.id, at: a.at.toISOString(), words: a.words })),
      on: on.map(showWhistleOn),
      alone: mayAdd ? alone.map(showWhistleOn) : null,
      reaches,
    }
  },
})
