import { keeps, type MeetingFacts } from '../meeting/policy'
import type { Caller } from '../role/caller'
import { type MinutesAction, type MinutesState, mayMove, minutesActions, transitions } from './states'

export const itemWordsAtMost = 5000
export const wordsAtMost = 1000
export const itemsAtMost = 80

/** What the rules need to know of the minutes of one meeting, as they stand to the caller. */
export interface MinutesFacts {
  meeting: Pick<
    MeetingFacts,
    'communityId' | 'state' | 'convenerId' | 'chairId' | 'recorderId' | 'attended' | 'terms'
  >
  state: MinutesState
  /** The caller lives in a home of the circle. */
  resident: boolean
  /** Until when those who attended may ask for another wording; null while it is a draft. */
  amendUntil: Date | null
  /** Amendments that nobody answered yet. */
  amendmentsOpen: number
  recorderSigned: boolean
  chairSigned: boolean
  publishedAt: Date | null
}
type Doer = Pick<Caller, 'personId' | 'roles'>

const day = 86_400_000

/** Who may read what was written down before it is published, and its restricted part after. */
export const readsDraft = (
  caller: Doer,
  { meeting, state }: Pick<MinutesFacts, 'meeting' | 'state'>,
): boolean => keeps(caller, meeting) || (meeting.attended && state !== 'draft')

export const objectUntil = ({
  publishedAt,
  meeting,
}: Pick<MinutesFacts, 'publishedAt' | 'meeting'>): Date | null =>
  publishedAt && new Date(publishedAt.getTime() + meeting.terms.objectDays * day)

/** Whose signature it is, if the caller has to give one. */
export const signsAs = (caller: Doer, { meeting }: Pick<MinutesFacts, 'meeting'>) => {
  if (caller.personId === meeting.recorderId) return 'recorder' as const
  return caller.personId === meeting.chairId ? ('chair' as const) : undefined
}

/** May the caller make this move with these minutes now? The refusal if not. The same answer draws the buttons. */
export function minutesRefusal(caller: Doer, minutes: MinutesFacts, action: MinutesAction, now: Date) {
  const { by } = transitions[action]
  const { state, meeting } = minutes
  const signer = signsAs(caller, minutes)
  if (by === 'keeper' && !keeps(caller, meeting)) return 'not_keeper'
  if (by === 'signer' && signer === undefined) return 'not_signer'
  if (by === 'attended' && !meeting.attended) return 'not_attended'
  if (by === 'resident' && !minutes.resident) return 'not_resident'
  if (state === 'published' && !mayMove(state, action)) return 'minutes_frozen'
  if (action === 'publish' && state !== 'signed') return 'signatures_missing'
  if (!mayMove(state, action)) return 'minutes_moved'
  const signed = minutes.recorderSigned || minutes.chairSigned
  if ((action === 'write' || action === 'strike') && signed) return 'signed_once'
  if (action === 'open' && meeting.state !== 'held') return 'meeting_not_over'
  const amending = minutes.amendUntil !== null && now < minutes.amendUntil
  if (action === 'amend' && !amending) return 'amending_over'
  if (action === 'sign' && amending) return 'amending_still'
  if (action === 'sign' && minutes.amendmentsOpen > 0) return 'amendments_open'
  if (action === 'sign' && (signer === 'recorder' ? minutes.recorderSigned : minutes.chairSigned))
    return 'signed_already'
  const until = objectUntil(minutes)
  if (action === 'object' && until !== null && now > until) return 'objecting_over'
  return undefined
}

/** What the caller may do with them now, for the screen's buttons. */
export const actsOpenTo = (caller: Doer, minutes: MinutesFacts, now: Date): MinutesAction[] =>
  minutesActions.filter((action) => minutesRefusal(caller, minutes, action, now) === undefined)
