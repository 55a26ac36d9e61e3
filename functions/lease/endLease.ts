import { firstOf, monthOf } from '../../shared/charge/rules'
import { addDays, dayOf, sayDay } from '../../shared/kernel/time'
import { firstOpen, lockBooks } from '../account/books'
import { lowerBy, standsOf } from '../charge/lowering'
import { dueOf } from '../charge/making'
import { addLowerings, type ChargeRow, ofLease } from '../charge/queries'
import { entrySent, post, takenBy } from '../entry/posting'
import { note } from '../kernel/record'
import { sentHash } from '../kernel/sentHash'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** What charges come to more than they should once the lease ends on its last day. */
function tooMuch(
  lease: queries.LeaseRow,
  tariffs: queries.SpaceToLet['tariffs'],
  charges: ChargeRow[],
  to: string,
) {
  const ended = {
    fromDay: lease.from_day,
    toDay: to,
    agreedUnit: lease.agreed_unit,
    agreedFen: lease.agreed_fen,
    tariffs,
  }
  return charges
    .filter((c) => c.to_day > to)
    .map((charge) => ({ charge, fen: standsOf(charge) - (dueOf(ended, charge.period)?.fen ?? 0) }))
    .filter(({ fen }) => fen > 0)
}

export const endLease = write('lease.end', {
  load: async ({ tx, input: { communityId, compoundId, leaseId, id } }) => {
    const key = [communityId, compoundId, leaseId]
    const [[books], [lease], charges, [before], [priced]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.leaseById(tx, key),
      ofLease(tx, key),
      entrySent(tx, [communityId, compoundId, id]),
      queries.tariffsOfLease(tx, key),
    ])
    return books && lease && { books, lease, charges, before, tariffs: priced!.tariffs }
  },
  refuse: ({ input, loaded: { books, lease, charges, before }, now }) => {
    const { to } = input
    if (before) return takenBy(before, sentHash(input))
    if (lease.to_day === to) return undefined
    if (lease.to_day !== null && lease.to_day < dayOf(now)) return 'lease_over'
    // a month is charged once: days that come to it later would be nobody's
    const next = lease.to_day && addDays(lease.to_day, 1)
    if (next && to >= next && charges.some((c) => c.period >= monthOf(next)))
      return ['lease_charged', { to: sayDay(lease.to_day!), next: sayDay(next) }]
    // months that were published stay as they are
    return to < lease.from_day || to < firstOf(firstOpen(books)) ? 'lease_days' : undefined
  },
  conflicts: { entry_pkey: 'id_taken', lease_apart: 'lease_days', lease_plate_apart: 'lease_days' },
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, leaseId, id, to } = input
    const { lease, tariffs, charges, before } = loaded
    const parts = tooMuch(lease, tariffs, charges, to).map(({ charge, fen }) => lowerBy(charge, fen))
    const lowered = parts.map((p) => p.lowered)
    const loweredFen = lowered.reduce((sum, l) => sum + l.fen, 0)
    const prepaidFen = lease.prepaid + lowered.reduce((sum, l) => sum + l.prepaidFen, 0)
    if (before || lease.to_day === to) return { to, loweredFen, prepaidFen }
    await Promise.all([
      queries.endLease(tx, [communityId, compoundId, leaseId, to]),
      ...(lowered.length === 0
        ? []
        : [
            post(act, {
              ...{
                communityId,
                compoundId,
                entryId: id,
                kind: 'lowered',
                on: dayOf(now),
                hash: sentHash(input),
              },
              lines: parts.flatMap((p) => p.lines),
            }),
            addLowerings(tx, [
              ...[communityId, compoundId, id, leaseId, null, lowered.map((l) => l.chargeId)],
              ...[lowered.map((l) => l.fen), lowered.map((l) => l.prepaidFen)],
            ]),
          ]),
      note(act, {
        communityId,
        action: 'lease.ended',
        subjectKind: 'lease',
        subjectId: leaseId,
        after: { compoundId, to, loweredFen, ...(lease.home_id && { homeId: lease.home_id }) },
      }),
    ])
    return { to, loweredFen, prepaidFen }
  },
})
