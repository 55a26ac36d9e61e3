import { firstOf } from '../../shared/charge/rules'
import { addDays, dayOf, sayDay } from '../../shared/kernel/time'
import { firstOpen, lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** A price from a day on. It may lie back as far as months are open, but behind nothing that somebody was charged by another price. */
export const setTariff = write('space.setTariff', {
  load: async ({ tx, input: { communityId, compoundId, spaceIds, from } }) => {
    const [[books], there, [charged]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.spacesById(tx, [communityId, compoundId, spaceIds]),
      queries.chargedFrom(tx, [communityId, compoundId, spaceIds, from]),
    ])
    return books && { books, there, charged }
  },
  refuse: ({ input, loaded: { books, there, charged }, now }) => {
    const { spaceIds, unit, from } = input
    if (new Set(spaceIds).size !== there.length) return 'space_elsewhere'
    if (spaceIds.length === 0 && unit !== 'day') return 'visitors_by_day'
    if ((spaceIds.length === 0 || there.some((s) => s.kind === 'parking')) && books.ground_on === null)
      return 'parking_unfounded'
    if (from < dayOf(now) && from < firstOf(firstOpen(books))) return 'tariff_past'
    if (!charged) return undefined
    const { number, through } = charged
    return ['tariff_charged', { number, through: sayDay(through), next: sayDay(addDays(through, 1)) }]
  },
  async change(act) {
    const { tx, input } = act
    const { communityId, compoundId, spaceIds, unit, fen, from } = input
    await Promise.all([
      spaceIds.length === 0
        ? queries.setVisitors(tx, [communityId, compoundId, from, fen])
        : queries.setTariffs(tx, [communityId, compoundId, [...new Set(spaceIds)], from, unit, fen]),
      note(act, {
        communityId,
        action: 'space.tariffSet',
        subjectKind: 'books',
        subjectId: compoundId,
        after: { spaces: spaceIds.length, unit, fen, from },
      }),
    ])
    return { set: spaceIds.length }
  },
})
