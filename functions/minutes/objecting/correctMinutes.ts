import { minutesCorrection } from '../../../db/schema'
import { addOnce } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadHeld, placeOf, refuseMove } from '../standing'

/** A new, dated note beneath a text that never changes. */
export const correctMinutes = write('minutes.correct', {
  load: ({ tx, input }) => loadHeld(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('correct', acting.loaded, acting),
  async change(act) {
    const { input, now } = act
    const { communityId, meetingId, id, words } = input
    await addOnce(
      act,
      minutesCorrection,
      { communityId, id, meetingId, words, at: now },
      {
        communityId,
        action: 'minutes.corrected',
        subjectKind: 'minutes',
        subjectId: meetingId,
        after: { correctionId: id },
      },
      ['at'],
    )
    return { id }
  },
})
