import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { endLink, linkForUpdate } from './queries'

export const endCare = write('care.end', {
  load: async ({ tx, input }) => (await linkForUpdate(tx, [input.communityId, input.linkId]))[0],
  refuse: ({ loaded }) => (loaded.to_day === null ? undefined : 'care_ended'),
  async change(act) {
    const { communityId, linkId, reason } = act.input
    const [[ended]] = await Promise.all([
      endLink(act.tx, [communityId, linkId, dayOf(act.now), reason]),
      note(act, {
        communityId,
        action: 'care.ended',
        subjectKind: 'care',
        subjectId: linkId,
        aboutId: act.loaded.person_id,
        after: { reason },
      }),
    ])
    return { to: ended!.to }
  },
})
