import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { loadMeeting, placeOf, refuseMove } from '../standing'
import { orderItemRows, ownItems } from './queries'

/** All items of the agenda in the order in which they are named. */
export const orderItems = write('meeting.orderItems', {
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
    const refusal = refuseMove('orderItems', loaded.meeting, acting)
    if (refusal) return refusal
    const named = new Set(input.itemIds)
    const all = named.size === input.itemIds.length && loaded.items.every((i) => named.has(i.id))
    return all && named.size === loaded.items.length ? undefined : 'order_unfit'
  },
  async change(act) {
    const { tx, input } = act
    const { communityId, meetingId, itemIds } = input
    await Promise.all([
      orderItemRows(tx, [communityId, meetingId, itemIds]),
      note(act, {
        communityId,
        action: 'meeting.itemsOrdered',
        subjectKind: 'meeting',
        subjectId: meetingId,
        after: { items: itemIds.length },
      }),
    ])
    return { items: itemIds.length }
  },
})
