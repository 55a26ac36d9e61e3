import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { loadHomes, refuseSharing, shareAmong } from './sharing'

/** Tried out: nothing is kept. */
export const previewShares = read('apportion.preview', {
  load: ({ tx, input }) => loadHomes(tx, input),
  answer: ({ input, loaded }) => {
    const refusal = refuseSharing(input, loaded)
    if (refusal !== undefined)
      throw Array.isArray(refusal) ? new Refused(refusal[0], refusal[1]) : new Refused(refusal)
    return { totalFen: input.fen, method: input.method, ...shareAmong(input, loaded) }
  },
})
