import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { mintNumbers, newReceiptCode } from '../slip/mint'
import * as queries from './queries'
import { holdCheckin, refuseMove } from './standing'

/** The community takes the member in: the receipt has its number and code, and an older check-in elsewhere ends. */
export const acceptCheckin = write('checkin.accept', {
  load: async ({ tx, input }) => {
    const [row, [out], [number]] = await Promise.all([
      holdCheckin(tx, input),
      queries.movesOut(tx, [input.communityId, input.checkinId]),
      mintNumbers(tx, 1),
    ])
    return row && { ...row, movesOut: out?.moves === true, number: number! }
  },
  refuse: ({ loaded }) => refuseMove(loaded, 'accept'),
  conflicts: { checkin_lives_once: 'checked_in_already', checkin_moves: 'checked_in_already' },
  async change(act) {
    const { tx, now, caller, loaded } = act
    const { communityId, checkinId } = act.input
    const receiptNumber = loaded.number
    await Promise.all([
      queries.accept(tx, [communityId, checkinId, now, caller.personId, receiptNumber, newReceiptCode()]),
      queries.setReason(tx, [communityId, checkinId, null]),
      note(act, {
        communityId,
        action: 'checkin.accepted',
        subjectKind: 'checkin',
        subjectId: checkinId,
        aboutId: loaded.person_id,
        before: { state: loaded.state },
        after: { state: 'accepted' },
      }),
      // the one it follows upon moves out with this, unless it has ended before
      loaded.movesOut &&
        note(act, {
          communityId: loaded.from_community_id!,
          action: 'checkin.transferred',
          subjectKind: 'checkin',
          subjectId: loaded.from_id!,
          after: { state: 'transferred' },
        }),
    ])
    return { state: 'accepted' as const, receiptNumber }
  },
})
