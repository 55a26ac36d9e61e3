import { sayMoment } from '../../shared/kernel/time'
import { type MinutesFacts, minutesRefusal } from '../../shared/minutes/policy'
import type { MinutesAction } from '../../shared/minutes/states'
import { stateWords } from '../../shared/minutes/words'
import type { Caller } from '../../shared/role/caller'
import type { Connection } from '../kernel/database'
import type { MayRefuse } from '../kernel/verb'
import { lockMeeting, type StandingRow, standingOf } from '../meeting/queries'
import { factsOf as factsOfMeeting, placeOf as placeOfMeeting } from '../meeting/standing'
import { type MinutesRow, minutesOf } from './queries'

interface Key {
  communityId: string
  meetingId: string
}
/** Minutes as they stand, with their meeting. */
export interface Standing {
  meeting: StandingRow
  minutes: MinutesRow
}

/** Held by their meeting: whoever writes, signs or publishes does so after another. */
export async function loadHeld(
  tx: Connection,
  { communityId, meetingId }: Key,
): Promise<Standing | undefined> {
  const [, standing] = await Promise.all([
    lockMeeting(tx, [communityId, meetingId]),
    loadMinutes(tx, { communityId, meetingId }),
  ])
  return standing
}

/** As they stand, for whoever adds only what is their own. */
export async function loadMinutes(
  tx: Connection,
  { communityId, meetingId }: Key,
): Promise<Standing | undefined> {
  const [[meeting], [minutes]] = await Promise.all([
    standingOf(tx, [communityId, meetingId]),
    minutesOf(tx, [communityId, meetingId]),
  ])
  return meeting && minutes && { meeting, minutes }
}

export const placeOf = ({ meeting }: Standing) => placeOfMeeting(meeting)

export const factsOf = ({ meeting, minutes }: Standing): MinutesFacts => ({
  meeting: factsOfMeeting(meeting),
  state: minutes.state,
  resident: minutes.resident,
  amendUntil: minutes.amend_until,
  amendmentsOpen: minutes.amendments_open,
  recorderSigned: minutes.recorder_signed_at !== null,
  chairSigned: minutes.chair_signed_at !== null,
  publishedAt: minutes.published_at,
})

/** Why this move may not be made, said with what the sentence needs. */
export function refuseMove<A extends MinutesAction>(
  action: A,
  standing: Standing,
  { caller, now }: { caller: Caller; now: Date },
) {
  // what the policy answers for an action is what its endpoint declares; a test holds the two together
  type Code = MayRefuse<`minutes.${A}`>
  const say = (code: string, about: Record<string, string | number> = {}): [Code, typeof about] => [
    code as Code,
    about,
  ]
  const { minutes } = standing
  const refusal = minutesRefusal(caller, factsOf(standing), action, now)
  if (refusal === undefined) return undefined
  if (refusal === 'minutes_moved') return say(refusal, { state: stateWords[minutes.state] })
  if (refusal === 'amending_still') return say(refusal, { until: sayMoment(minutes.amend_until!) })
  return refusal === 'amendments_open' ? say(refusal, { open: minutes.amendments_open }) : say(refusal)
}
