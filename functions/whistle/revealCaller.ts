import { note } from '../kernel/record'
import { openPhone } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { standingOf } from './queries'
import { type TellerRow, tellersOf } from './reading/queries'

const reachable = (tellers: readonly TellerRow[], callerId: string | undefined) =>
  tellers.find(
    (t) => t.phone_cipher !== null && (callerId === undefined ? t.first : t.written_as === callerId),
  )

/** The whole number of whoever reported it first, or of one who rang. The looking is on the record, where the person reads it. */
export const revealCaller = write('whistle.reveal', {
  load: async ({ tx, input }) => {
    const key = [input.communityId, input.whistleId]
    const [[whistle], tellers] = await Promise.all([standingOf(tx, key), tellersOf(tx, key)])
    return whistle && { tellers }
  },
  refuse: ({ input, loaded }) => (reachable(loaded.tellers, input.callerId) ? undefined : 'caller_missing'),
  async change(act) {
    const { communityId, whistleId } = act.input
    const teller = reachable(act.loaded.tellers, act.input.callerId)!
    await note(act, {
      communityId,
      action: 'whistle.revealed',
      subjectKind: 'whistle',
      subjectId: whistleId,
      aboutId: teller.person_id,
      after: { by: 'community' },
    })
    return { name: teller.name, phone: openPhone(teller.phone_cipher)! }
  },
})
