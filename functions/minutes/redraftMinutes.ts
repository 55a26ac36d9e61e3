import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setMinutes } from './queries'
import { loadHeld, placeOf, refuseMove } from './standing'

/** Something is still wrong: signatures fall, and whoever was there reads them anew. */
export const redraftMinutes = write('minutes.redraft', {
  load: ({ tx, input }) => loadHeld(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('redraft', acting.loaded, acting),
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, meetingId } = input
    await Promise.all([
      setMinutes.draft(tx, [communityId, meetingId]),
      note(act, {
        communityId,
        action: 'minutes.redrafted',
        subjectKind: 'minutes',
        subjectId: meetingId,
        before: { state: loaded.minutes.state },
        after: { state: 'draft' },
      }),
    ])
    return { state: 'draft' }
  },
})
