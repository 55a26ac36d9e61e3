import { terms } from '../../shared/meeting/limits'
import { read } from '../kernel/verb'
import { termsOf } from './queries'

export const readTerms = read('meeting.terms', {
  load: async ({ tx, input }) => ({ own: (await termsOf(tx, [input.communityId]))[0] }),
  answer: ({ loaded: { own } }) => ({
    noticeDays: own?.notice_days ?? terms.noticeDays,
    ownersNoticeDays: own?.owners_notice_days ?? terms.ownersNoticeDays,
    amendHours: own?.amend_hours ?? terms.amendHours,
    objectDays: own?.object_days ?? terms.objectDays,
    own: own !== undefined,
  }),
})
