import { firstOf } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { firstOpen, lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

/** A price from a day on. The first one may lie back, as far as months are open: nothing fell due before it. */
export const setTariff = write('space.setTariff', {
  load: async ({ tx, input: { communityId, compoundId, spaceIds } }) => {
    const [[books], there] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.spacesById(tx, [communityId, compoundId, spaceIds]),
    ])
    return books && { books, there }
  },
  refuse: ({ input, loaded: { books, there }, now }) => {
    const { spaceIds, unit, from } = input
    if (new Set(spaceIds).size !== there.length) return 'space_elsewhere'
    if (spaceIds.length === 0 && unit !== 'day') return 'visitors_by_day'
    if ((spaceIds.length === 0 || there.some((s) => s.kind === 'parking')) && books.ground_on === null)
      return 'parking_unfounded'
    return from < dayOf(now) && from < firstOf(firstOpen(books)) ? 'tariff_past' : undefined
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
