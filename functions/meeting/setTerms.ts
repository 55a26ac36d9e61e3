import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setTermsOf } from './queries'

/** How much notice and time a community gives, from now on. */
export const setTerms = write('meeting.setTerms', {
  load: async () => ({}),
  async change(act) {
    const { tx, input, now, caller } = act
    const { communityId, noticeDays, ownersNoticeDays, amendHours, objectDays } = input
    await Promise.all([
      setTermsOf(tx, [
        communityId,
        noticeDays,
        ownersNoticeDays,
        amendHours,
        objectDays,
        caller.personId,
        now,
      ]),
      note(act, {
        communityId,
        action: 'meeting.termsSet',
        subjectKind: 'community',
        subjectId: communityId,
        after: { noticeDays, ownersNoticeDays, amendHours, objectDays },
      }),
    ])
    return { own: true }
  },
})
