import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadMeeting, placeOf, refuseMove } from '../standing'
import { dropItemRow, ownItems } from './queries'

export const dropItem = write('meeting.dropItem', {
  load: async ({ tx, input }) => {
    const [meeting, items] = await Promise.all([
      loadMeeting(tx, input),
      ownItems(tx, [input.communityId, input.meetingId]),
    ])
    return meeting && { meeting, items }
  },
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) => {
    const { loaded, input } = acting
    const refusal = refuseMove('dropItem', loaded.meeting, acting)
    if (refusal) return refusal
    const item = loaded.items.find((i) => i.id === input.itemId)
    if (!item) return 'item_elsewhere'
    return item.waits ? 'whistle_waits' : undefined
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, meetingId, itemId } = input
    await Promise.all([
      dropItemRow(tx, [communityId, meetingId, itemId]),
      note(act, {
        communityId,
        action: 'meeting.itemDropped',
        subjectKind: 'meeting',
        subjectId: meetingId,
        after: { itemId },
      }),
    ])
    return { items: loaded.items.length - 1 }
  },
})
