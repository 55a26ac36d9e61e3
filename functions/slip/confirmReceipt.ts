import { confirm, receiptForUpdate } from '../checkin/queries'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { ofUnit } from './standing'

/** The unit has the receipt. Said again, it stays as it was said. */
export const confirmReceipt = write('slip.confirm', {
  load: async ({ tx, input, now: _ }) => {
    const [row] = await receiptForUpdate(tx, [input.communityId, input.checkinId])
    // registered by the community: there is no unit that would confirm
    return row?.organisation_id == null ? undefined : { ...row, unitId: row.organisation_id }
  },
  place: (r) => ofUnit(r.unitId),
  refuse: ({ loaded }) =>
    loaded.state === 'accepted' || loaded.state === 'confirmed' ? undefined : 'receipt_not_current',
  async change(act) {
    const { tx, now, loaded } = act
    const { communityId, checkinId } = act.input
    if (loaded.state === 'confirmed')
      return { state: loaded.state, confirmedAt: loaded.confirmed_at!.toISOString() }
    await Promise.all([
      confirm(tx, [communityId, checkinId, now]),
      note(act, {
        communityId,
        action: 'checkin.confirmed',
        subjectKind: 'checkin',
        subjectId: checkinId,
        before: { state: loaded.state },
        after: { state: 'confirmed' },
      }),
    ])
    return { state: 'confirmed' as const, confirmedAt: now.toISOString() }
  },
})
