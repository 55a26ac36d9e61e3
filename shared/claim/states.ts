/** Every legal move of a claim on a home. */
export const claimStates = ['submitted', 'accepted', 'rejected', 'withdrawn'] as const
export type ClaimState = (typeof claimStates)[number]
export const claimActions = ['accept', 'reject', 'withdraw'] as const
export type ClaimAction = (typeof claimActions)[number]

export const claimTransitions: Record<ClaimAction, { from: readonly ClaimState[]; to: ClaimState }> = {
  accept: { from: ['submitted'], to: 'accepted' },
  reject: { from: ['submitted'], to: 'rejected' },
  withdraw: { from: ['submitted'], to: 'withdrawn' },
}
