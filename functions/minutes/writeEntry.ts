import { itemsAtMost } from '../../shared/minutes/policy'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addEntry, changeEntry, countEntries, entryById } from './queries'
import { loadHeld, placeOf, refuseMove } from './standing'
import { aboutOther, isSaid } from './writing'

/** One item, as of the revision that its writer has seen. Somebody else's words are never written over unseen. */
export const writeEntry = write('minutes.write', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.meetingId]
    const [standing, [entry], [count]] = await Promise.all([
      loadHeld(tx, input),
      entryById(tx, [...key, input.itemId]),
      countEntries(tx, key),
    ])
    return standing && { ...standing, entry, entries: count!.entries }
  },
  place: placeOf,
  refuse: (acting) => {
    const { input, loaded } = acting
    const { entry } = loaded
    const refusal = refuseMove('write', loaded, acting)
    if (refusal) return refusal
    if (entry && isSaid(entry, input)) return undefined
    if (!entry && input.revision > 0) return 'item_struck'
    if (entry && entry.revision !== input.revision) return ['item_changed', aboutOther(entry)]
    return !entry && loaded.entries >= itemsAtMost ? 'entries_many' : undefined
  },
  async change(act) {
    const { tx, input, now, caller, loaded } = act
    const { communityId, meetingId, itemId, place, title, words, restricted } = input
    const { entry } = loaded
    if (entry && isSaid(entry, input)) return { itemId, revision: entry.revision }
    const revision = (entry?.revision ?? 0) + 1
    const said = [
      communityId,
      meetingId,
      itemId,
      place,
      title,
      words,
      restricted ?? null,
      caller.personId,
      now,
    ]
    await Promise.all([
      (entry ? changeEntry : addEntry)(tx, said),
      note(act, {
        communityId,
        action: 'minutes.written',
        subjectKind: 'minutes',
        subjectId: meetingId,
        after: { itemId, revision },
      }),
    ])
    return { itemId, revision }
  },
})
