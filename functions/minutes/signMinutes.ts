import { signsAs } from '../../shared/minutes/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { setMinutes } from './queries'
import { factsOf, loadHeld, placeOf, refuseMove } from './standing'

/** Recorder and chair, each once; with the second they are signed. */
export const signMinutes = write('minutes.sign', {
  load: ({ tx, input }) => loadHeld(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('sign', acting.loaded, acting),
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, meetingId } = input
    const facts = factsOf(loaded)
    const as = signsAs(caller, facts)!
    const other = as === 'recorder' ? facts.chairSigned : facts.recorderSigned
    const state = other ? ('signed' as const) : ('open' as const)
    const sign = as === 'recorder' ? setMinutes.recorderSigned : setMinutes.chairSigned
    await Promise.all([
      sign(tx, [communityId, meetingId, state, caller.personId, now]),
      note(act, {
        communityId,
        action: 'minutes.signed',
        subjectKind: 'minutes',
        subjectId: meetingId,
        before: { state: 'open' },
        after: { state, as },
      }),
    ])
    return { state }
  },
})
