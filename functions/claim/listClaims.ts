import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { claimsWaitingFor, showClaim } from './queries'

export const listClaims = read('claim.list', {
  load: ({ tx, input }) => {
    const after = readCursor(input.after, 'instant', 'id')
    return claimsWaitingFor(tx, [input.communityId, input.state, after?.[0] ?? null, after?.[1] ?? null])
  },
  answer: ({ loaded }) => pageOf(loaded, (c) => [c.submitted_at.toISOString(), c.id], showClaim),
})
