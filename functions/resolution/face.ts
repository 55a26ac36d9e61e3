import type { Output } from '../../shared/contract'
import { dayOf } from '../../shared/kernel/time'
import { isOverdue, type ResolutionFacts } from '../../shared/resolution/policy'
import { sayResolution } from '../../shared/resolution/words'
import { sayTitle } from '../../shared/whistle/says'
import type { AroundRow, ResolutionRow } from './queries'

type Face = Output<'resolution.list'>['items'][number]

export const showCall = (r: ResolutionRow): Face['pledge'] =>
  r.target_fen === null
    ? null
    : {
        targetFen: r.target_fen,
        shareFen: r.share_fen,
        until: r.until_day!,
        pledgedFen: r.pledged_fen!,
        homes: r.homes!,
      }
const showVotes = (r: ResolutionRow): Face['votes'] =>
  r.votes_for === null ? null : { for: r.votes_for, against: r.votes_against!, abstained: r.votes_abstained! }

/** A resolution as a line of a list. */
export function showResolution(r: ResolutionRow, now: Date): Face {
  const today = dayOf(now)
  const stands = { state: r.state, party: r.party_name, dueOn: r.due_on, doneOn: r.done_on }
  return {
    communityId: r.community_id,
    resolutionId: r.id,
    meetingId: r.meeting_id,
    compoundId: r.compound_id,
    meeting: r.meeting_title ?? '会议',
    decidedOn: r.meeting_day ?? r.due_on,
    words: r.words,
    party: { kind: r.party_kind, partyId: r.party_id, name: r.party_name },
    dueOn: r.due_on,
    doneOn: r.done_on,
    state: r.state,
    overdue: isOverdue(stands, today),
    says: sayResolution(stands, today),
    votes: showVotes(r),
    whistle:
      r.whistle_id && r.whistle_category
        ? { whistleId: r.whistle_id, title: sayTitle(r.whistle_words, r.whistle_category) }
        : null,
    pledge: showCall(r),
    published: r.published,
    revision: r.revision,
  }
}

export const factsOf = (r: ResolutionRow, around: AroundRow): ResolutionFacts => ({
  communityId: r.community_id,
  meeting: {
    communityId: r.community_id,
    convenerId: around.convener_id,
    chairId: around.chair_id,
    recorderId: around.recorder_id,
  },
  minutesState: around.minutes_state,
  signedOnce: around.signed_once,
  state: r.state,
  party: { kind: r.party_kind, partyId: r.party_id },
})
