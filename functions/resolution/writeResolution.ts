import { resolutionRefusal, resolutionsAtMost } from '../../shared/resolution/policy'
import { stateWords } from '../../shared/resolution/words'
import { note } from '../kernel/record'
import { type MayRefuse, write } from '../kernel/verb'
import { placeOf } from '../minutes/standing'
import { addResolution, changeResolution, dropCall, setCall } from './queries'
import { aboutOther, factsOf, isSaid, loadWriting, partyColumns, refuseSaying } from './writing'

/** What was decided, until the minutes are published; as of the revision that its writer has seen. */
export const writeResolution = write('resolution.write', {
  load: ({ tx, input }) => loadWriting(tx, input),
  place: placeOf,
  refuse: ({ input, loaded, caller }) => {
    const { before } = loaded
    if (before && before.meeting_id !== input.meetingId) return 'id_taken'
    const refusal = resolutionRefusal(caller, factsOf(loaded, input), 'write')
    if (refusal === 'resolution_moved') return [refusal, { state: stateWords[before!.state] }]
    if (refusal) return refusal as MayRefuse<'resolution.write'>
    if (before && isSaid(before, input)) return undefined
    if ((before?.revision ?? 0) !== input.revision) return ['resolution_changed', aboutOther(before)]
    const wrong = refuseSaying(loaded, input)
    return wrong ?? (!before && loaded.many >= resolutionsAtMost ? 'resolutions_many' : undefined)
  },
  // under the id of a resolution that the caller does not see
  conflicts: { resolution_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, meetingId, id, itemId, words, dueOn, whistleId, votes, pledge } = input
    const { before, party } = loaded
    if (before && isSaid(before, input)) return { id, revision: before.revision }
    const revision = (before?.revision ?? 0) + 1
    const values = [
      communityId,
      id,
      meetingId,
      itemId ?? null,
      words,
      ...partyColumns(input, party!.is_building),
      party!.name,
      dueOn,
      whistleId ?? null,
      votes?.for ?? null,
      votes?.against ?? null,
      votes?.abstained ?? null,
      caller.personId,
      now,
    ]
    await Promise.all([
      (before ? changeResolution : addResolution)(tx, values),
      pledge
        ? setCall(tx, [communityId, id, pledge.targetFen, pledge.shareFen ?? null, pledge.until])
        : dropCall(tx, [communityId, id]),
      note(act, {
        communityId,
        action: 'resolution.written',
        subjectKind: 'resolution',
        subjectId: id,
        after: { meetingId, revision, party: input.party.kind, dueOn, ...(whistleId && { whistleId }) },
      }),
    ])
    return { id, revision }
  },
})
