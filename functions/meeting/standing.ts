import { type Terms, terms } from '../../shared/meeting/limits'
import { type MeetingFacts, meetingRefusal, noticeBy } from '../../shared/meeting/policy'
import type { MeetingAction } from '../../shared/meeting/states'
import { stateWords } from '../../shared/meeting/words'
import type { Caller, PlacePath } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import type { MayRefuse } from '../kernel/verb'
import { lockMeeting, type StandingRow, standingOf } from './queries'

interface Key {
  communityId: string
  meetingId: string
}

/** One meeting as it stands, held. */
export async function loadMeeting(
  tx: Connection,
  { communityId, meetingId }: Key,
): Promise<StandingRow | undefined> {
  const [, [meeting]] = await Promise.all([
    lockMeeting(tx, [communityId, meetingId]),
    standingOf(tx, [communityId, meetingId]),
  ])
  return meeting
}

export const placeOf = (meeting: Pick<StandingRow, 'community_id' | 'compound_id'>): PlacePath => ({
  communityId: meeting.community_id,
  ...(meeting.compound_id !== null && { compoundId: meeting.compound_id }),
})

export const endOf = (m: Pick<StandingRow, 'starts_at' | 'minutes'>): Date =>
  new Date(m.starts_at.getTime() + m.minutes * 60_000)

/** The community's own, where it has set any. */
export const termsIn = (
  m: Pick<StandingRow, 'notice_days' | 'owners_notice_days' | 'amend_hours' | 'object_days'>,
): Terms => ({
  noticeDays: m.notice_days ?? terms.noticeDays,
  ownersNoticeDays: m.owners_notice_days ?? terms.ownersNoticeDays,
  amendHours: m.amend_hours ?? terms.amendHours,
  objectDays: m.object_days ?? terms.objectDays,
})

export const factsOf = (m: StandingRow): MeetingFacts => ({
  communityId: m.community_id,
  state: m.state,
  startsAt: m.starts_at,
  endsAt: endOf(m),
  owners: m.owners,
  convenerId: m.convener_id,
  chairId: m.chair_id,
  recorderId: m.recorder_id,
  invited: m.invited,
  attended: m.attended,
  minutesOut: m.minutes_state !== null && m.minutes_state !== 'draft',
  terms: termsIn(m),
})

const noticeDays = ({ owners, terms: t }: MeetingFacts): number =>
  owners ? t.ownersNoticeDays : t.noticeDays

/** Whether so much notice can still be given for a meeting at that time, said as a refusal. */
export function refuseNotice(facts: MeetingFacts, now: Date) {
  return noticeBy(facts) < now ? (['notice_short', { days: noticeDays(facts) }] as const) : undefined
}

/** Why this move may not be made, said with what the sentence needs. */
export function refuseMove<A extends Exclude<MeetingAction, 'plan'>>(
  action: A,
  meeting: StandingRow,
  { caller, now }: { caller: Caller; now: Date },
) {
  // what the policy answers for an action is what its endpoint declares; a test holds the two together
  type Code = MayRefuse<`meeting.${A}`>
  const say = (code: string, about: Record<string, string | number> = {}): [Code, typeof about] => [
    code as Code,
    about,
  ]
  const facts = factsOf(meeting)
  const refusal = meetingRefusal(caller, facts, action, now)
  if (refusal === undefined) return undefined
  if (refusal === 'meeting_moved') return say(refusal, { state: stateWords[meeting.state] })
  return refusal === 'notice_short' ? say(refusal, { days: noticeDays(facts) }) : say(refusal)
}
