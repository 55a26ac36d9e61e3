import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { compoundReached } from './queries'
import { loadHomes, refuseSharing, shareAmong } from './sharing'

/** Tried out: nothing is kept. */
export const previewShares = read('apportion.preview', {
  load: async ({ tx, input }) => {
    const [[compound], homes] = await Promise.all([
      compoundReached(tx, [input.communityId, input.compoundId]),
      loadHomes(tx, input),
    ])
    return compound!.reached ? homes : undefined
  },
  answer: ({ input, loaded }) => {
    const refusal = refuseSharing(input, loaded)
    if (refusal !== undefined)
      throw Array.isArray(refusal) ? new Refused(refusal[0], refusal[1]) : new Refused(refusal)
    return { totalFen: input.fen, method: input.method, ...shareAmong(input, loaded) }
  },
})
