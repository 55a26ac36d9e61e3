import type { Caller } from '../role/caller'
import {
  approvalsNeeded,
  type Body,
  bodies,
  bodyOf,
  mayMove,
  type SpendingAction,
  type SpendingState,
} from './states'
import { bodyWords, spendingStateWords } from './words'

/** What the rules need to know of one spending, as it stands to the caller. */
export interface SpendingFacts {
  compoundId: string
  state: SpendingState
  /** The caller asked for it. */
  mine: boolean
  /** Bodies that have approved, and whether the caller was one of them. */
  approvedBy: readonly Body[]
  approvedByMe: boolean
}
type Doer = Pick<Caller, 'personId' | 'roles'>

/** Bodies of the compound in which somebody sits. */
export const bodiesOf = (caller: Doer, compoundId: string): Body[] =>
  bodies.filter((body) =>
    caller.roles.some(
      ({ role, path }) =>
        (bodyOf as Partial<Record<string, Body>>)[role] === body && path.compoundId === compoundId,
    ),
  )

/** For which body the caller's approval would count: one of theirs that has not approved yet. */
export const bodyFor = (caller: Doer, spending: SpendingFacts): Body | undefined =>
  bodiesOf(caller, spending.compoundId).find((body) => !spending.approvedBy.includes(body))

/** May the caller make this move with this spending? The refusal if not. The same answer draws the buttons. */
export function spendingRefusal(caller: Doer, spending: SpendingFacts, action: SpendingAction) {
  if (action === 'withdraw' && !spending.mine) return 'not_asker'
  if (action === 'approve' || action === 'decline') {
    if (spending.mine) return 'own_spending'
    if (bodiesOf(caller, spending.compoundId).length === 0) return 'not_approver'
  }
  if (!mayMove(spending.state, action)) return 'spending_moved'
  if (action === 'approve') {
    if (spending.approvedByMe) return 'approved_already'
    if (!bodyFor(caller, spending)) return 'body_approved'
  }
  return undefined
}

/** What it waits for, in one sentence. */
export function saySpending(state: SpendingState, approvedBy: readonly Body[], paidFirst = false): string {
  if (state === 'approved') return '两方都批准了，等付款'
  // two bodies saw it only when the money was gone: that is told to all
  if (state !== 'asked') return `${spendingStateWords[state]}${paidFirst ? '，先付后批' : ''}`
  const open = bodies.filter((body) => !approvedBy.includes(body)).map((body) => bodyWords[body])
  return approvedBy.length < approvalsNeeded - 1
    ? '等两方批准：业委会、小区党支部、监督小组中的两方'
    : `等第二个人批准：${open.join('或')}`
}
