import { keeps, type MeetingFacts, worksFor } from '../meeting/policy'
import type { MinutesState } from '../minutes/states'
import type { Caller } from '../role/caller'
import {
  mayMove,
  type Party,
  type ResolutionAction,
  type ResolutionState,
  resolutionActions,
  transitions,
} from './states'

export const wordsAtMost = 1000
export const resolutionsAtMost = 40
export const votesAtMost = 100_000
/** Days before it is due that whoever does it is reminded. */
export const remindDays = 3

/** What the rules need to know of one resolution, as it stands to the caller. */
export interface ResolutionFacts {
  communityId: string
  meeting: Pick<MeetingFacts, 'communityId' | 'convenerId' | 'chairId' | 'recorderId'>
  minutesState: MinutesState
  /** One of recorder and chair has signed. */
  signedOnce: boolean
  state: ResolutionState
  party: Party
}
type Doer = Pick<Caller, 'personId' | 'roles'>

const seatsOf = {
  committee: ['committeeMember', 'committeeDirector'],
  branch: ['branchSecretary'],
  residents: ['buildingLead'],
} as const

/** Sits at the desk of the party: for residents their building's lead. */
export const doesIt = (caller: Doer, { kind, partyId }: Party): boolean =>
  caller.roles.some(({ role, path }) => {
    if (kind === 'property') return role === 'responder' && path.organisationId === partyId
    if (!(seatsOf[kind] as readonly string[]).includes(role)) return false
    return kind === 'residents'
      ? path.buildingId === partyId || path.compoundId === partyId
      : path.compoundId === partyId
  })

/** May the caller make this move with this resolution? The refusal if not. The same answer draws the buttons. */
export function resolutionRefusal(caller: Doer, resolution: ResolutionFacts, action: ResolutionAction) {
  const { by } = transitions[action]
  const may =
    (by.includes('keeper') && keeps(caller, resolution.meeting)) ||
    (by.includes('party') && doesIt(caller, resolution.party)) ||
    (by.includes('community') && worksFor(caller, resolution.communityId))
  if (!may) return by.includes('party') ? 'not_party' : 'not_keeper'
  const writes = action === 'write' || action === 'strike'
  if (writes && resolution.minutesState === 'published') return 'minutes_frozen'
  if (writes && (resolution.minutesState === 'signed' || resolution.signedOnce)) return 'signed_once'
  return mayMove(resolution.state, action) ? undefined : 'resolution_moved'
}

export const actsOpenTo = (caller: Doer, resolution: ResolutionFacts): ResolutionAction[] =>
  resolutionActions.filter((action) => resolutionRefusal(caller, resolution, action) === undefined)

export const isOverdue = (resolution: { state: ResolutionState; dueOn: string }, today: string): boolean =>
  resolution.state === 'open' && resolution.dueOn < today
