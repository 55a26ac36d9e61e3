import { dayOf } from '../../shared/kernel/time'
import { eraseWord } from '../../shared/me/words'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const eraseMe = write('me.erase', {
  load: async ({ tx }) => (await queries.self(tx))[0],
  refuse: ({ input }) => (input.confirm === eraseWord ? undefined : 'erase_unconfirmed'),
  async change(act) {
    const { tx, now, caller } = act
    await Promise.all([
      note(act, { action: 'me.erased', subjectKind: 'person', subjectId: caller.personId }),
      queries.eraseMe(tx, [now, dayOf(now)]),
    ])
    return { erased: true }
  },
})
