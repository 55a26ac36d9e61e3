import { write } from '../kernel/verb'
import { setResolvedBy } from './dispatching'
import { loadWithPhotos, placeOf, refuseStep } from './standing'
import { takeStep } from './step'

/** Done, with a photo or a word of what was done. */
export const resolveWhistle = write('whistle.resolve', {
  load: ({ tx, input, now }) => loadWithPhotos(tx, input, now),
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded } = acting
    const refusal = refuseStep('resolve', acting)
    if (refusal) return refusal
    if (input.words === undefined && !input.photoIds?.length) return 'evidence_needed'
    return loaded.missesPhotos ? 'photo_unknown' : undefined
  },
  conflicts: { whistle_photo_pkey: 'photo_unknown' },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    await Promise.all([
      setResolvedBy(tx, [input.communityId, loaded.whistle.lead_id, caller.personId]),
      takeStep(act, loaded.whistle, {
        action: 'resolve',
        record: 'whistle.resolved',
        set: { state: 'resolved', resolvedAt: now, outcome: null, stars: null, followedUpAt: null },
        words: input.words,
        photoIds: input.photoIds,
        afterWork: true,
      }),
    ])
    return { state: 'resolved' }
  },
})
