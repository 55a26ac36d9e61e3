import { dayOf } from '../../shared/kernel/time'
import { write } from '../kernel/verb'
import { addProgress, isAgain, loadProgressing } from './progressing'
import { setResolutionState } from './queries'
import { placeOf, refuseMove } from './standing'

/** Done, and shown to be done. */
export const finishResolution = write('resolution.finish', {
  load: ({ tx, input }) => loadProgressing(tx, input),
  place: placeOf,
  refuse: (acting) => {
    const { loaded, input } = acting
    if (isAgain(loaded, input)) return undefined
    const refusal = refuseMove('finish', loaded, acting)
    if (refusal) return refusal
    if (input.words === undefined && !input.photoIds?.length) return 'evidence_needed'
    return loaded.missesPhotos ? 'photo_unknown' : undefined
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    if (isAgain(loaded, input)) return { state: loaded.resolution.state }
    await Promise.all([
      addProgress(act, loaded, input, 'done', 'resolution.done'),
      setResolutionState(tx, [input.communityId, input.resolutionId, 'done', dayOf(now)]),
    ])
    return { state: 'done' }
  },
})
