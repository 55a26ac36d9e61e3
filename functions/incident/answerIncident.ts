import { incidentAnswer } from '../../db/schema'
import { incidentRefusal } from '../../shared/incident/policy'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { tellEach } from './onto'
import { incidentStanding, lockIncident, whistlesStillOn } from './queries'

/** One answer, in the timeline of every whistle on it that is not over, to everybody who reported one, and to all of the compound. */
export const answerIncident = write('incident.answer', {
  load: async ({ tx, input }) => {
    const of = [input.communityId, input.incidentId]
    const [, [incident], whistles] = await Promise.all([
      lockIncident(tx, of),
      incidentStanding(tx, of),
      whistlesStillOn(tx, of),
    ])
    return incident && { incident, whistleIds: whistles.map((w) => w.id) }
  },
  place: ({ incident }, { communityId }) => ({ communityId, compoundId: incident.compound_id }),
  refuse: ({ loaded: { incident } }) => incidentRefusal({ endedAt: incident.ended_at }),
  async act(act) {
    const { input, now, loaded } = act
    const { communityId, incidentId, id, words } = input
    const { whistleIds } = loaded
    const added = await addOnce(
      act,
      incidentAnswer,
      { communityId, id, incidentId, words, at: now },
      {
        communityId,
        action: 'incident.answered',
        subjectKind: 'incident',
        subjectId: incidentId,
        after: { answerId: id, whistles: whistleIds.length },
      },
      ['at'],
    )
    if (added) {
      const line = { communityId, incidentId, whistleIds, words, after: { answerId: id } }
      await tellEach(act, { ...line, action: 'whistle.incidentAnswered' })
    }
    return { id, whistles: whistleIds.length }
  },
})
