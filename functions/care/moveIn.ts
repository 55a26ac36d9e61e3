import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { linkForUpdate, moveIn } from './queries'

/** Somebody lives there again, or always did: it waits for somebody to look after it. */
export const moveInAgain = write('care.movedIn', {
  load: async ({ tx, input }) => (await linkForUpdate(tx, [input.communityId, input.linkId]))[0],
  refuse: ({ loaded }) =>
    loaded.reason === 'homeEmpty' && loaded.lived_in_day === null ? undefined : 'care_not_empty',
  async change(act) {
    const { communityId, linkId } = act.input
    const from = dayOf(act.now)
    await Promise.all([
      moveIn(act.tx, [communityId, linkId, from]),
      note(act, {
        communityId,
        action: 'care.movedIn',
        subjectKind: 'care',
        subjectId: linkId,
        after: { from },
      }),
    ])
    return { from }
  },
})
