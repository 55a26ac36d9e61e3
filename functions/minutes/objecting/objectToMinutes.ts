import { minutesObjection } from '../../../db/schema'
import { addOnce } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadMinutes, placeOf, refuseMove } from '../standing'

/** A resident objects to how something was recorded. The text stays; the objection and its answer stand beneath it. */
export const objectToMinutes = write('minutes.object', {
  load: ({ tx, input }) => loadMinutes(tx, input),
  place: placeOf,
  refuse: (acting) => refuseMove('object', acting.loaded, acting),
  async change(act) {
    const { input, now, caller } = act
    const { communityId, meetingId, id, words } = input
    await addOnce(
      act,
      minutesObjection,
      { communityId, id, meetingId, personId: caller.personId, words, at: now },
      {
        communityId,
        action: 'minutes.objected',
        subjectKind: 'minutes',
        subjectId: meetingId,
        after: { objectionId: id },
      },
      ['at'],
    )
    return { id }
  },
})
