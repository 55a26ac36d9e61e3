import { write } from '../kernel/verb'
import { addProgress, isAgain, loadProgressing } from './progressing'
import { placeOf, refuseMove } from './standing'

/** Whoever does it tells how far it is. */
export const reportProgress = write('resolution.progress', {
  load: ({ tx, input }) => loadProgressing(tx, input),
  place: placeOf,
  refuse: (acting) => {
    const { loaded, input } = acting
    if (isAgain(loaded, input)) return undefined
    return refuseMove('progress', loaded, acting) ?? (loaded.missesPhotos ? 'photo_unknown' : undefined)
  },
  async change(act) {
    await addProgress(act, act.loaded, act.input, 'progress', 'resolution.progressed')
    return { id: act.input.id }
  },
})
