import { itemsAtMost } from '../../shared/meeting/limits'
import { comingStates } from '../../shared/meeting/states'
import { sayTitle } from '../../shared/whistle/says'
import type { TablableState } from '../../shared/whistle/states'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { loadStanding, placeOf, refuseStep } from './standing'
import { takeStep } from './step'
import { addTabledItem, addTabling, itemThere, linkTabled, meetingToTable, openTabling } from './tabling'

/** To a meeting, as an item of its agenda. Both clocks stand still until it comes back. */
export const tableWhistle = write('whistle.table', {
  load: async ({ tx, input, now }) => {
    const { communityId, whistleId, meetingId, itemId } = input
    const [standing, [meeting], [item], [open]] = await Promise.all([
      loadStanding(tx, input, now),
      meetingToTable(tx, [communityId, meetingId]),
      itemThere(tx, [communityId, meetingId, itemId]),
      openTabling(tx, [communityId, whistleId]),
    ])
    const again = open?.meeting_id === meetingId && open.item_id === itemId
    return standing && { ...standing, meeting, item, again }
  },
  place: placeOf,
  refuse: (acting) => {
    const { meeting, item, whistle, again } = acting.loaded
    if (again) return undefined
    const refusal = refuseStep('table', acting)
    if (refusal) return refusal
    if (!meeting || (meeting.compound_id !== null && meeting.compound_id !== whistle.compound_id))
      return 'meeting_elsewhere'
    const takes = [...comingStates, 'underWay'] as readonly string[]
    if (!takes.includes(meeting.state)) return 'meeting_over'
    // the progress of a resolution is nobody's own item
    if (item?.resolution_id) return 'id_taken'
    return !item && meeting.items >= itemsAtMost ? 'items_many' : undefined
  },
  async change(act) {
    const { tx, input, now, loaded } = act
    const { communityId, whistleId, meetingId, itemId, words } = input
    const { whistle, again } = loaded
    if (again) return { state: 'tabled', itemId }
    const title = sayTitle(whistle.words, whistle.category)
    await Promise.all([
      takeStep(act, whistle, {
        action: 'table',
        record: 'whistle.tabled',
        set: { state: 'tabled', pausedAt: now },
        after: { meetingId },
        words,
      }),
      addTabledItem(tx, [communityId, meetingId, itemId, title, sentHash({ itemId, whistleId }), now]),
      linkTabled(tx, [communityId, meetingId, itemId, whistleId]),
      addTabling(tx, [communityId, whistleId, now, meetingId, itemId, whistle.state as TablableState]),
    ])
    return { state: 'tabled', itemId }
  },
})
