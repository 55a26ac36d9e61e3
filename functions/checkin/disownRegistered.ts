import { checkinStateWords } from '../../shared/checkin/words'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** The number was mistyped: it goes from what was registered, and the community is told to look again. */
export const disownRegistered = write('checkin.disown', {
  load: async ({ tx, input: { communityId, checkinId } }) =>
    (await queries.registeredInHand(tx, [communityId, checkinId]))[0],
  refuse: ({ loaded }) =>
    loaded.mine ? ['checkin_moved', { state: checkinStateWords[loaded.state] }] : undefined,
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, checkinId } = input
    await Promise.all([
      queries.disownRegistered(tx, [communityId, checkinId]),
      note(act, { communityId, action: 'checkin.disowned', subjectKind: 'checkin', subjectId: checkinId }),
    ])
    return { state: loaded.state }
  },
})
