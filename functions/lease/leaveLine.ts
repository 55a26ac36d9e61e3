import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { endWait, lockWait } from './queries'

/** A home takes its place back, or is passed over with a reason that it reads. */
export const leaveLine = write('lease.unwait', {
  load: async ({ tx, input: { communityId, compoundId, waitId } }) =>
    (await lockWait(tx, [communityId, compoundId, waitId]))[0],
  refuse: ({ input, loaded, as }) => {
    if (!loaded.mine && (as === 'owner' || as === 'tenant')) return 'wait_not_yours'
    if (loaded.ended_at !== null) return 'waiting_over'
    if (loaded.mine) return undefined
    return input.reason === undefined ? 'reason_missing' : undefined
  },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, waitId, reason } = input
    await Promise.all([
      endWait(tx, [communityId, compoundId, waitId, now, reason ?? null]),
      note(act, {
        communityId,
        action: 'wait.ended',
        subjectKind: 'wait',
        subjectId: waitId,
        after: { compoundId, homeId: loaded.home_id, passed: !loaded.mine },
      }),
    ])
    return { waitId }
  },
})
