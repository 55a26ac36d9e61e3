import { dayOf } from '../../shared/kernel/time'
import { noteBound } from '../home/noteBound'
import { note } from '../kernel/record'
import { indexOf, mask, seal } from '../kernel/secrets'
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
      const bindsMe = { tieId: tie.tie_id, homeId: tie.home_id, personId: caller.personId }
      await noteBound(act, tie.community_id, bindsMe, 'phone')
    }
    return { phone: mask(phone), bound: bound.map((tie) => tie.label) }
  },
})
