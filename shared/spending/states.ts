/** Every legal move of a spending, on one page. Who may make it stands in policy.ts. */
export const spendingStates = [
  'asked',
  'approved',
  'gap',
  'paid',
  'declined',
  'withdrawn',
  'reversed',
] as const
export type SpendingState = (typeof spendingStates)[number]
export const spendingActions = ['approve', 'decline', 'withdraw', 'pay', 'addVoucher'] as const
export type SpendingAction = (typeof spendingActions)[number]

/** asker: whoever asked for it; approver: somebody of a body that has not approved yet; keeper: the bookkeeper. */
export type By = 'asker' | 'approver' | 'keeper'

export interface Transition {
  from: readonly SpendingState[]
  /** The second approval makes it approved; without a voucher what is paid is a gap, and not in the books. */
  to: readonly SpendingState[]
  by: By
}

export const transitions: Record<SpendingAction, Transition> = {
  approve: { from: ['asked'], to: ['asked', 'approved'], by: 'approver' },
  decline: { from: ['asked'], to: ['declined'], by: 'approver' },
  withdraw: { from: ['asked', 'approved'], to: ['withdrawn'], by: 'asker' },
  pay: { from: ['approved'], to: ['paid', 'gap'], by: 'keeper' },
  addVoucher: { from: ['gap'], to: ['paid'], by: 'keeper' },
}

export const mayMove = (state: SpendingState, action: SpendingAction): boolean =>
  transitions[action].from.includes(state)

/** The bodies that approve; two of them, by two people. */
export const bodies = ['committee', 'branch', 'supervisors'] as const
export type Body = (typeof bodies)[number]
export const approvalsNeeded = 2

/** In which body somebody sits, by their role over the compound. */
export const bodyOf = {
  committeeMember: 'committee',
  committeeDirector: 'committee',
  branchSecretary: 'branch',
  supervisor: 'supervisors',
} as const satisfies Record<string, Body>

/** Groups by which the desk is sorted. */
export const spendingTabs = ['waiting', 'toPay', 'gaps', 'all'] as const
