import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { countEntries, dropEntry, entryById } from './queries'
import { loadHeld, placeOf, refuseMove } from './standing'
import { aboutOther } from './writing'

export const strikeEntry = write('minutes.strike', {
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
    const refusal = refuseMove('strike', loaded, acting)
    if (refusal) return refusal
    if (!loaded.entry) return 'item_struck'
    return loaded.entry.revision === input.revision ? undefined : ['item_changed', aboutOther(loaded.entry)]
  },
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, meetingId, itemId } = input
    await Promise.all([
      dropEntry(tx, [communityId, meetingId, itemId]),
      note(act, {
        communityId,
        action: 'minutes.struck',
        subjectKind: 'minutes',
        subjectId: meetingId,
        after: { itemId },
      }),
    ])
    return { entries: loaded.entries - 1 }
  },
})
