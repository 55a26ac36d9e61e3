import { naturalKey } from '../../shared/kernel/order'
import { sayNumber } from '../../shared/space/words'
import { lockBooks } from '../account/books'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const addSpaces = write('space.add', {
  load: async ({ tx, input: { communityId, compoundId, spaces } }) => {
    const [[books], there] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      queries.spacesById(tx, [communityId, compoundId, spaces.map((s) => s.id)]),
    ])
    return books && { books, there }
  },
  refuse: ({ input, loaded: { books, there } }) => {
    const same = there.filter((t) => input.spaces.some((s) => s.id === t.id && s.number === t.number))
    if (there.length > 0)
      return same.length === input.spaces.length && same.every((t) => t.kind === input.kind)
        ? undefined
        : 'id_taken'
    if (input.kind === 'parking' && books.ground_on === null) return 'parking_unfounded'
    const numbers = input.spaces.map((s) => s.number)
    const twice = numbers.find((n, i) => numbers.indexOf(n) < i)
    if (new Set(input.spaces.map((s) => s.id)).size < input.spaces.length) return 'id_taken'
    return twice === undefined ? undefined : ['space_numbered', { number: sayNumber(twice) }]
  },
  conflicts: { space_number: 'space_numbered', space_pkey: 'id_taken' },
  about: ({ spaces }) => ({ number: spaces.length === 1 ? sayNumber(spaces[0]!.number) : '这里面有一个' }),
  async change(act) {
    const { tx, input, loaded, now } = act
    const { communityId, compoundId, kind, spaces, tariff } = input
    if (loaded.there.length > 0) return { added: spaces.length }
    const ids = spaces.map((s) => s.id)
    const numbers = spaces.map((s) => s.number)
    await Promise.all([
      queries.addSpaces(tx, [communityId, compoundId, kind, ids, numbers, numbers.map(naturalKey), now]),
      ...(tariff
        ? [queries.setTariffs(tx, [communityId, compoundId, ids, tariff.from, tariff.unit, tariff.fen])]
        : []),
      note(act, {
        communityId,
        action: 'space.added',
        subjectKind: 'books',
        subjectId: compoundId,
        after: { kind, count: spaces.length, ...(tariff && { unit: tariff.unit, fen: tariff.fen }) },
      }),
    ])
    return { added: spaces.length }
  },
})
