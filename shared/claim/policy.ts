import type { Caller } from '../role/caller'
import { type ClaimAction, type ClaimState, claimTransitions } from './states'

interface Claim {
  personId: string
  state: ClaimState
}

/** May this person take this step with this claim now? The refusal if not. */
export function claimRefusal(
  caller: Pick<Caller, 'personId'>,
  claim: Claim,
  action: ClaimAction,
  reason?: string,
) {
  const own = claim.personId === caller.personId
  if (action === 'withdraw' && !own) return 'not_found' as const
  if (action !== 'withdraw' && own) return 'own_claim' as const
  if (!claimTransitions[action].from.includes(claim.state)) return 'claim_settled' as const
  if (action === 'reject' && reason === undefined) return 'reason_missing' as const
  return undefined
}
