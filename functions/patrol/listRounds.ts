import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { roundsInOrder } from './roundQueries'
import { showRoundFace } from './showRound'

export const listRounds = read('round.list', {
  load: ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    return roundsInOrder(tx, [
      input.communityId,
      input.planId ?? null,
      input.mine === 'yes',
      after?.[0] ?? null,
      after?.[1] ?? null,
    ])
  },
  place: (_, { communityId }) => ({ communityId }),
  answer: ({ loaded }) => pageOf(loaded, (r) => [r.started_at.toISOString(), r.id], showRoundFace),
})
