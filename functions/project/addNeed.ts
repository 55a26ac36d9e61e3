import { communityNeed } from '../../db/schema'
import { dayOf } from '../../shared/kernel/time'
import { addOnce } from '../kernel/record'
import { write } from '../kernel/verb'

export const addNeed = write('project.addNeed', {
  load: async () => ({}),
  async change(act) {
    const { communityId, id, kind, words } = act.input
    await addOnce(
      act,
      communityNeed,
      { communityId, id, kind, words, fromDay: dayOf(act.now) },
      { communityId, action: 'need.added', subjectKind: 'need', subjectId: id, after: { kind } },
      ['fromDay'],
    )
    return { id }
  },
})
