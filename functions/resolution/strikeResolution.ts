import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { dropResolution } from './queries'
import { loadResolution, placeOf, refuseMove } from './standing'
import { aboutOther } from './writing'

/** It was not decided after all: taken out before the minutes are signed. */
export const strikeResolution = write('resolution.strike', {
  load: ({ tx, input }) => loadResolution(tx, input),
  place: placeOf,
  refuse: (acting) => {
    const { loaded, input } = acting
    const refusal = refuseMove('strike', loaded, acting)
    if (refusal) return refusal
    const { resolution } = loaded
    if (resolution.revision !== input.revision) return ['resolution_changed', aboutOther(resolution)]
    return (resolution.pledged_fen ?? 0) > 0 ? 'pledged_already' : undefined
  },
  // somebody has reported on it, or pledged and taken it back: it is no mere slip of the pen any more
  conflicts: {
    resolution_progress_community_id_resolution_id_fkey: 'resolution_moved',
    pledge_community_id_resolution_id_fkey: 'pledged_already',
    tabling_community_id_resolution_id_fkey: 'resolution_moved',
    meeting_item_community_id_resolution_id_fkey: 'resolution_moved',
  },
  async change(act) {
    const { tx, input } = act
    const { communityId, resolutionId } = input
    await Promise.all([
      dropResolution(tx, [communityId, resolutionId]),
      note(act, {
        communityId,
        action: 'resolution.struck',
        subjectKind: 'resolution',
        subjectId: resolutionId,
        before: { revision: input.revision },
      }),
    ])
    return { struck: true }
  },
})
