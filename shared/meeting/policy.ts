import type { Caller, PlacePath } from '../role/caller'
import { earliestMinutes, latestHours, type Terms } from './limits'
import { type MeetingAction, type MeetingState, mayMove, meetingActions, transitions } from './states'

/** What the rules need to know of one meeting, as it stands to the caller. */
export interface MeetingFacts {
  communityId: string
  state: MeetingState
  startsAt: Date
  endsAt: Date
  /** Owners' matters are on the list. */
  owners: boolean
  convenerId: string
  chairId: string | null
  recorderId: string | null
  invited: boolean
  attended: boolean
  /** Its minutes are no longer a draft: who was there stands. */
  minutesOut: boolean
  terms: Terms
}
type Doer = Pick<Caller, 'personId' | 'roles'>

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Works for the community itself. */
export const worksFor = (caller: Doer, communityId: string): boolean =>
  caller.roles.some(
    ({ role, communities }) => role === 'communityWorker' && communities.includes(communityId),
  )

/** Keeps a meeting: the community's workers, whoever called it, its chair and its recorder. */
export const keeps = (
  caller: Doer,
  meeting: Pick<MeetingFacts, 'communityId' | 'convenerId' | 'chairId' | 'recorderId'>,
): boolean =>
  worksFor(caller, meeting.communityId) ||
  [meeting.convenerId, meeting.chairId, meeting.recorderId].includes(caller.personId)

const bodies = ['committeeMember', 'committeeDirector', 'branchSecretary', 'responder'] as const

/**
 * The community calls everybody, a compound's bodies their compound, and whoever leads a building or an entrance its
 * neighbours: `places` are those whose homes are invited; bodies may always be asked along.
 */
export function mayConvene(
  caller: Doer,
  communityId: string,
  compoundId: string | undefined,
  places: readonly PlacePath[],
): boolean {
  if (worksFor(caller, communityId)) return true
  if (compoundId === undefined) return false
  const held = caller.roles.filter((r) => r.communities.includes(communityId))
  if (
    held.some(
      ({ role, path }) =>
        (bodies as readonly string[]).includes(role) && (path.compoundId ?? compoundId) === compoundId,
    )
  )
    return true
  const leads = (place: PlacePath) =>
    held.some(({ role, path }) =>
      role === 'buildingLead'
        ? place.buildingId !== undefined && path.buildingId === place.buildingId
        : role === 'entranceLead' && place.entranceId !== undefined && path.entranceId === place.entranceId,
    )
  return places.length > 0 && places.every(leads)
}

/** The last moment at which the notice may go out. */
export const noticeBy = ({
  startsAt,
  owners,
  terms,
}: Pick<MeetingFacts, 'startsAt' | 'owners' | 'terms'>): Date =>
  new Date(startsAt.getTime() - (owners ? terms.ownersNoticeDays : terms.noticeDays) * day)

/** May the caller make this move with this meeting now? The refusal if not. The same answer draws the buttons. */
export function meetingRefusal(caller: Doer, meeting: MeetingFacts, action: MeetingAction, now: Date) {
  const { startsAt, endsAt, state } = meeting
  const keeper = keeps(caller, meeting)
  if (transitions[action].by === 'keeper' && !keeper) return 'not_keeper'
  if (action === 'signIn' && !meeting.invited && !keeper) return 'not_invited'
  if (action === 'signIn' && meeting.attended) return 'signed_in_already'
  if (!mayMove(state, action)) return 'meeting_moved'
  const opens = startsAt.getTime() - earliestMinutes * minute
  if (action === 'notice' && startsAt <= now) return 'meeting_past'
  if (action === 'notice' && noticeBy(meeting) < now) return 'notice_short'
  if (action === 'begin' && now.getTime() < opens) return 'begin_early'
  if (action === 'begin' && meeting.owners && state === 'planned') return 'notice_first'
  if (action === 'begin' && (meeting.chairId === null || meeting.recorderId === null)) return 'chair_missing'
  const closes = endsAt.getTime() + latestHours * hour
  if (action === 'signIn' && (now.getTime() < opens || now.getTime() > closes)) return 'sign_in_closed'
  if ((action === 'signInFor' || action === 'undoSignIn') && now.getTime() < opens) return 'sign_in_closed'
  if ((action === 'signInFor' || action === 'undoSignIn' || action === 'change') && meeting.minutesOut)
    return 'minutes_out'
  return undefined
}

/** What the caller may do with it now, for the screen's buttons. */
export const actsOpenTo = (caller: Doer, meeting: MeetingFacts, now: Date): MeetingAction[] =>
  meetingActions.filter(
    (action) => action !== 'plan' && meetingRefusal(caller, meeting, action, now) === undefined,
  )
