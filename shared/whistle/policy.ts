import type { Caller } from '../role/caller'
import { daysToReopen } from './limits'
import {
  type By,
  isOpen,
  mayMove,
  type Party,
  transitions,
  type WhistleAction,
  type WhistleState,
  whistleActions,
} from './states'

/** What the rules need to know of one whistle, as it stands to the caller. */
export interface WhistleFacts {
  communityId: string
  state: WhistleState
  /** The caller reported it, first or joining later. */
  mine: 'first' | 'joined' | undefined
  /** How many others met it too. */
  others: number
  lead: Party | undefined
  disputed: boolean
  extended: boolean
  /** Who said that it was done. */
  resolvedBy: string | undefined
  followedUp: boolean
  /** Written down for somebody without the app. */
  calledIn: boolean
  closedAt: Date | undefined
}

type Doer = Pick<Caller, 'personId' | 'roles'>

const seatsOf = {
  committee: ['committeeMember', 'committeeDirector'],
  branch: ['branchSecretary'],
} as const

/** Sits at the party's desk: works for the organisation, or holds a seat of the compound's body. */
export const sitsAt = (caller: Doer, party: Party): boolean =>
  caller.roles.some(({ role, path }) =>
    party.kind === 'organisation'
      ? role === 'responder' && path.organisationId === party.partyId
      : (seatsOf[party.kind] as readonly string[]).includes(role) && path.compoundId === party.partyId,
  )

const worksFor = (caller: Doer, communityId: string): boolean =>
  caller.roles.some(
    ({ role, communities }) =>
      ['communityWorker', 'subdistrictOfficer', 'districtOfficer'].includes(role) &&
      communities.includes(communityId),
  )

/** As whom the caller may make this move, if at all. */
export function actsAs(caller: Doer, whistle: WhistleFacts, action: WhistleAction): By | undefined {
  const { by } = transitions[action]
  const anyReporter = action === 'answer'
  if (by.includes('reporter') && (action === 'join' || whistle.mine === 'first')) return 'reporter'
  if (by.includes('reporter') && anyReporter && whistle.mine) return 'reporter'
  if (by.includes('party') && whistle.lead && sitsAt(caller, whistle.lead)) return 'party'
  if (by.includes('community') && worksFor(caller, whistle.communityId)) return 'community'
  return undefined
}

const dayMs = 86_400_000

/** May the caller make this move with this whistle now? The refusal if not. The same answer draws the buttons. */
export function whistleRefusal(caller: Doer, whistle: WhistleFacts, action: WhistleAction, now: Date) {
  const as = actsAs(caller, whistle, action)
  // whom the thing is no business of, is told no more about it than that
  if (!as) return transitions[action].by.includes('reporter') ? 'not_found' : 'forbidden'
  if (action === 'join' && whistle.mine) return 'joined_already'
  if (!mayMove(whistle.state, action)) return 'whistle_moved'
  // whoever has the app says so themselves
  if (action === 'reopen' && as === 'community' && !whistle.calledIn) return 'forbidden'
  if (action === 'withdraw' && whistle.others > 0) return 'others_joined'
  if (action === 'dispute' && whistle.disputed) return 'disputed_already'
  if (action === 'decideDispute' && !whistle.disputed) return 'not_disputed'
  if (action === 'table' && whistle.disputed) return 'dispute_first'
  if (action === 'extend' && as === 'party' && whistle.extended) return 'extended_already'
  if (action === 'followUp' && whistle.resolvedBy === caller.personId) return 'handler_follows_up'
  if (action === 'close' && !whistle.followedUp) return 'follow_up_first'
  if (
    action === 'reopen' &&
    whistle.closedAt &&
    now.getTime() - whistle.closedAt.getTime() > daysToReopen * dayMs
  )
    return 'reopen_late'
  return undefined
}

/** What the caller may do with it now, for the screen's buttons. */
export const actsOpenTo = (caller: Doer, whistle: WhistleFacts, now: Date): WhistleAction[] =>
  whistleActions.filter(
    (action) => action !== 'submit' && whistleRefusal(caller, whistle, action, now) === undefined,
  )

/** Whoever sits at the lead's or a co-party's desk works on it while it is open. */
export const reportsToLead = (caller: Doer, coParties: readonly Party[], state: WhistleState): boolean =>
  isOpen(state) && coParties.some((party) => sitsAt(caller, party))
