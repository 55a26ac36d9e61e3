import { dayOf } from '../../shared/kernel/time'
import { note } from '../kernel/record'
import { indexOf, seal } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { phoneOf } from '../kernel/wechat'
import * as queries from './queries'

/** The platform vouches for the number; homes whose roll carries it are the caller's at once. */
export const bindPhone = write('me.phone', {
  load: async ({ tx }) => (await queries.self(tx))[0],
  conflicts: { person_phone_index_key: 'phone_of_another' },
  async act(act) {
    const { tx, input, now, caller } = act
    const phone = await phoneOf(input.code, now)
    const bound = await queries.bindPhone(tx, [
      seal('phone', phone),
      indexOf('phone', phone),
      now,
      dayOf(now),
    ])
    await note(act, { action: 'me.phoneBound', subjectKind: 'person', subjectId: caller.personId })
    for (const tie of bound) {
      await note(act, {
        communityId: tie.community_id,
        action: 'tie.bound',
        subjectKind: 'tie',
        subjectId: tie.tie_id,
        aboutId: caller.personId,
        after: { homeId: tie.home_id, by: 'phone' },
      })
    }
    return { phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`, bound: bound.map((tie) => tie.label) }
  },
})
