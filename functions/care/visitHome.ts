import { careVisit } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'
import { linkById } from './queries'

export const visitHome = write('care.visit', {
  load: async ({ tx, input }) => (await linkById(tx, [input.communityId, input.linkId]))[0],
  refuse({ input, loaded, caller, now }) {
    if (loaded.person_id !== caller.personId) return 'not_found'
    if (input.day > dayOf(now)) return 'visit_ahead'
    if (input.day < loaded.from_day) return 'visit_before'
    if (loaded.to_day !== null && input.day > loaded.to_day) return 'care_ended'
    return (input.outcome === 'needs') === input.needs.length > 0 ? undefined : 'needs_missing'
  },
  async change(act) {
    const { communityId, id, linkId, day, outcome, needs } = act.input
    await addOnce(
      act,
      careVisit,
      { communityId, id, linkId, day, at: act.now, outcome, needs: [...new Set(needs)].sort() },
      {
        communityId,
        action: 'care.visited',
        subjectKind: 'care',
        subjectId: linkId,
        after: { visitId: id, outcome, needs: needs.length },
      },
      ['at'],
    )
    return { id }
  },
})
