import { write } from '../kernel/verb'
import { addProgress, isAgain, loadProgressing } from './progressing'
import { setResolutionState } from './queries'
import { placeOf, refuseMove } from './standing'

const saying = ({
  reason,
  ...rest
}: {
  communityId: string
  resolutionId: string
  id: string
  reason: string
}) => ({
  ...rest,
  words: reason,
})

/** It will not be done; why stands beside it for all to read. */
export const dropResolution = write('resolution.drop', {
  load: ({ tx, input }) => loadProgressing(tx, saying(input)),
  place: placeOf,
  refuse: (acting) =>
    isAgain(acting.loaded, saying(acting.input)) ? undefined : refuseMove('drop', acting.loaded, acting),
  async change(act) {
    const { tx, input, loaded } = act
    if (isAgain(loaded, saying(input))) return { state: loaded.resolution.state }
    await Promise.all([
      addProgress(act, loaded, saying(input), 'dropped', 'resolution.dropped'),
      setResolutionState(tx, [input.communityId, input.resolutionId, 'dropped', null]),
    ])
    return { state: 'dropped' }
  },
})
