import { minutesAmendment } from '../../../db/schema'
import { addOnce } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { entriesOf } from '../queries'
import { loadMinutes, placeOf, refuseMove } from '../standing'

/** Somebody who was there asks for another wording. */
export const amendMinutes = write('minutes.amend', {
  load: async ({ tx, input }) => {
    const [standing, entries] = await Promise.all([
      loadMinutes(tx, input),
      entriesOf(tx, [input.communityId, input.meetingId]),
    ])
    return standing && { ...standing, entries }
  },
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded } = acting
    const refusal = refuseMove('amend', loaded, acting)
    if (refusal) return refusal
    const known = input.itemId === undefined || loaded.entries.some((e) => e.item_id === input.itemId)
    return known ? undefined : 'item_struck'
  },
  async change(act) {
    const { input, now, caller } = act
    const { communityId, meetingId, id, itemId, words } = input
    await addOnce(
      act,
      minutesAmendment,
      { communityId, id, meetingId, itemId: itemId ?? null, personId: caller.personId, words, at: now },
      {
        communityId,
        action: 'minutes.amended',
        subjectKind: 'minutes',
        subjectId: meetingId,
        after: { amendmentId: id, ...(itemId && { itemId }) },
      },
      ['at'],
    )
    return { id }
  },
})
