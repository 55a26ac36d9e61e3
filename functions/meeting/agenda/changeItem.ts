import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { placeOf, refuseMove } from '../standing'
import {
  addItemPapers,
  addItemWhistles,
  changeItemTo,
  dropItemPapers,
  dropItemWhistles,
  whistlesWaiting,
} from './queries'
import { hashOfItem, loadSaying, refuseSaying } from './saying'

/** The whole of an item anew. A whistle that waits here for the meeting cannot be left out. */
export const changeItem = write('meeting.changeItem', {
  load: async ({ tx, input }) => {
    const [saying, waiting] = await Promise.all([
      loadSaying(tx, input),
      whistlesWaiting(tx, [input.communityId, input.meetingId, input.itemId]),
    ])
    return saying && { ...saying, waiting: waiting.map((w) => w.whistle_id) }
  },
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) => {
    const { input, loaded, now } = acting
    const refusal = refuseMove('changeItem', loaded.meeting, acting)
    if (refusal) return refusal
    if (!loaded.items.some((i) => i.id === input.itemId)) return 'item_elsewhere'
    if (!loaded.waiting.every((w) => input.whistleIds?.includes(w))) return 'whistle_waits'
    return refuseSaying(loaded, input, now)
  },
  async change(act) {
    const { tx, input } = act
    const {
      communityId,
      meetingId,
      itemId,
      title,
      words,
      minutes,
      owners = false,
      whistleIds = [],
      photoIds = [],
    } = input
    const hash = hashOfItem(input)
    const key = [communityId, meetingId, itemId]
    await Promise.all([
      changeItemTo(tx, [...key, title, words ?? null, minutes ?? null, owners, hash]),
      dropItemWhistles(tx, [...key, whistleIds]),
      dropItemPapers(tx, [...key, photoIds]),
      addItemWhistles(tx, [...key, hash, whistleIds]),
      addItemPapers(tx, [...key, hash, photoIds]),
      note(act, {
        communityId,
        action: 'meeting.itemChanged',
        subjectKind: 'meeting',
        subjectId: meetingId,
        after: { itemId, owners, whistles: whistleIds.length, papers: photoIds.length },
      }),
    ])
    return { itemId }
  },
})
