import { isOpen } from '../../shared/whistle/states'
import { stateWords } from '../../shared/whistle/words'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addReporter, whistleToJoin } from './queries'

export const joinWhistle = write('whistle.join', {
  load: async ({ tx, input }) => (await whistleToJoin(tx, [input.communityId, input.whistleId]))[0],
  refuse: ({ loaded }) => {
    if (loaded.mine) return 'joined_already'
    return isOpen(loaded.state) ? undefined : ['whistle_moved', { state: stateWords[loaded.state] }]
  },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, whistleId } = input
    await Promise.all([
      addReporter(tx, [communityId, whistleId, caller.personId, now, false, input.anonymous]),
      note(act, {
        communityId,
        action: 'whistle.joined',
        subjectKind: 'whistle',
        subjectId: whistleId,
        after: { by: 'reporter' },
      }),
    ])
    return { state: loaded.state, joined: loaded.joined + 1 }
  },
})
