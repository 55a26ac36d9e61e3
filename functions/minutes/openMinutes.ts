import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { termsIn } from '../meeting/standing'
import { setMinutes } from './queries'
import { loadHeld, placeOf, refuseMove } from './standing'

/** Whoever was there reads them now, and may ask for another wording. */
export const openMinutes = write('minutes.open', {
  load: ({ tx, input }) => loadHeld(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('open', acting.loaded, acting),
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, meetingId } = input
    const until = new Date(now.getTime() + termsIn(loaded.meeting).amendHours * 3_600_000)
    await Promise.all([
      setMinutes.open(tx, [communityId, meetingId, now, until]),
      note(act, {
        communityId,
        action: 'minutes.opened',
        subjectKind: 'minutes',
        subjectId: meetingId,
        before: { state: 'draft' },
        after: { state: 'open' },
      }),
    ])
    return { state: 'open', amendUntil: until.toISOString() }
  },
})
