import { sayYuan } from '../../shared/kernel/money'
import { dayOf } from '../../shared/kernel/time'
import { lockBooks } from '../account/books'
import { entrySent, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import { lowerBy, owedOf, standsOf } from './lowering'
import { addLowerings, chargeById, heldOf } from './queries'

/** Less than it came to, with a reason. */
export const lowerCharge = write('charge.lower', {
  load: async ({ tx, input: { communityId, compoundId, chargeId, id } }) => {
    const books = [communityId, compoundId]
    const [[row], [charge], [before]] = await Promise.all([
      lockBooks(tx, books),
      chargeById(tx, [...books, chargeId]),
      entrySent(tx, [...books, id]),
    ])
    return row && charge && { charge, before }
  },
  refuse: ({ input, loaded: { charge, before } }) => {
    if (before) return takenBy(before, sentHash(input))
    return input.byFen > standsOf(charge) ? ['lowered_over', { most: sayYuan(standsOf(charge)) }] : undefined
  },
  conflicts: { entry_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, chargeId, id, byFen, reason } = input
    const { charge, before } = loaded
    const of = charge.lease_id ?? charge.home_id!
    const held = () => heldOf(tx, [communityId, compoundId, of])
    if (before) return { owedFen: owedOf(charge), prepaidFen: (await held())[0]?.prepaid_fen ?? 0 }
    const { lowered, lines } = lowerBy(charge, byFen)
    const [, , , [kept]] = await Promise.all([
      post(act, {
        ...{ communityId, compoundId, entryId: id, kind: 'lowered', on: dayOf(now), hash: sentHash(input) },
        lines,
      }),
      addLowerings(tx, [
        ...[communityId, compoundId, id, of, reason],
        ...[[chargeId], [lowered.fen], [lowered.prepaidFen]],
      ]),
      note(act, {
        communityId,
        action: 'charge.lowered',
        subjectKind: 'charge',
        subjectId: chargeId,
        after: { compoundId, fen: byFen, ...(charge.home_id && { homeId: charge.home_id }) },
      }),
      held(),
    ])
    return {
      owedFen: owedOf(charge) - (byFen - lowered.prepaidFen),
      prepaidFen: kept?.prepaid_fen ?? 0,
    }
  },
})
