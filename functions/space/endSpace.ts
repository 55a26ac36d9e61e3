import { dayOf } from '../../shared/kernel/time'
import { lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const endSpace = write('space.end', {
  load: async ({ tx, input: { communityId, compoundId, spaceId }, now }) => {
    const [[books], [space], [lease]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.spacesById(tx, [communityId, compoundId, [spaceId]]),
      queries.leasedAfter(tx, [communityId, compoundId, spaceId, dayOf(now)]),
    ])
    return books && space && { space, lease }
  },
  refuse: ({ loaded: { space, lease } }) => {
    if (space.ended_on !== null) return 'space_ended'
    return lease ? 'space_let' : undefined
  },
  async change(act) {
    const { tx, input, now } = act
    const { communityId, compoundId, spaceId } = input
    await Promise.all([
      queries.endSpace(tx, [communityId, compoundId, spaceId, dayOf(now)]),
      note(act, {
        communityId,
        action: 'space.ended',
        subjectKind: 'space',
        subjectId: spaceId,
        after: { compoundId, on: dayOf(now) },
      }),
    ])
    return { spaceId }
  },
})
