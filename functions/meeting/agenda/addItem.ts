import { meetingItem } from '../../../db/schema'
import { itemsAtMost } from '../../../shared/meeting/limits'
import { addOnce } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { placeOf, refuseMove } from '../standing'
import { addItemPapers, addItemWhistles } from './queries'
import { hashOfItem, loadSaying, refuseSaying } from './saying'

/** One more item, at the end of the agenda. */
export const addItem = write('meeting.addItem', {
  load: ({ tx, input }) => loadSaying(tx, input),
  place: ({ meeting }) => placeOf(meeting),
  refuse: (acting) => {
    const { input, loaded, now } = acting
    const same = loaded.items.find((i) => i.id === input.id)
    // sent again: as it stands, whatever has become of the meeting
    if (same?.sent_hash.equals(hashOfItem(input))) return undefined
    const refusal = refuseMove('addItem', loaded.meeting, acting) ?? refuseSaying(loaded, input, now)
    if (refusal) return refusal
    return loaded.items.length >= itemsAtMost ? 'items_many' : undefined
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const {
      communityId,
      meetingId,
      id,
      title,
      words,
      minutes,
      owners = false,
      whistleIds = [],
      photoIds = [],
    } = input
    const hash = hashOfItem(input)
    const key = [communityId, meetingId, id, hash]
    const last = loaded.items.at(-1)?.place ?? 0
    await Promise.all([
      addOnce(
        act,
        meetingItem,
        {
          communityId,
          meetingId,
          id,
          place: last + 1,
          title,
          words: words ?? null,
          minutes: minutes ?? null,
          owners,
          sentHash: hash,
          at: now,
        },
        {
          communityId,
          action: 'meeting.itemAdded',
          subjectKind: 'meeting',
          subjectId: meetingId,
          after: { itemId: id, owners, whistles: whistleIds.length, papers: photoIds.length },
        },
        ['place', 'title', 'words', 'minutes', 'owners', 'at'],
      ),
      addItemWhistles(tx, [...key, whistleIds]),
      addItemPapers(tx, [...key, photoIds]),
    ])
    return { id }
  },
})
