import { dayOf } from '../../shared/kernel/time'
import { may } from '../../shared/permissions'
import type { TariffUnit } from '../../shared/space/kinds'
import { booksOf } from '../account/books'
import { read } from '../kernel/verb'
import { countWaiting, type SpaceRow, spacesOf, visitorTariff } from './queries'

const tariff = (unit: TariffUnit | null, fen: number | null, from: string | null) =>
  unit === null ? null : { unit, fen: fen!, from: from! }

const showSpace = (s: SpaceRow) => ({
  spaceId: s.id,
  kind: s.kind,
  number: s.number,
  state: s.ended_on !== null ? ('ended' as const) : s.let ? ('let' as const) : ('free' as const),
  tariff: tariff(s.unit, s.fen, s.from_day),
  later: tariff(s.later_unit, s.later_fen, s.later_from),
  lease:
    s.lease_id === null
      ? null
      : { leaseId: s.lease_id, who: s.who ?? '', plate: s.plate, to: s.to_day, owedFen: s.owed ?? 0 },
  mine: s.mine,
})

export const listSpaces = read('space.list', {
  load: async ({ tx, input: { communityId, compoundId, kind }, now }) => {
    const today = dayOf(now)
    const [[books], spaces, [visitors], [line]] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      spacesOf(tx, [communityId, compoundId, kind ?? null, today]),
      visitorTariff(tx, [communityId, compoundId, today]),
      countWaiting(tx, [communityId, compoundId]),
    ])
    return books && { books, spaces, visitors, waiting: line!.waiting }
  },
  answer: ({ input: { communityId, compoundId }, loaded: { books, spaces, visitors, waiting }, caller }) => {
    const items = spaces.map(showSpace)
    return {
      ground:
        books.ground_on === null
          ? null
          : { resolutionId: books.ground_resolution_id, on: books.ground_on, named: books.ground_named! },
      visitors: visitors ? { unit: 'day', fen: visitors.fen, from: visitors.from_day } : null,
      items,
      counts: {
        free: items.filter((s) => s.state === 'free').length,
        let: items.filter((s) => s.state === 'let').length,
        waiting,
      },
      mayChange: may(caller, 'space.add', { communityId, compoundId }),
    }
  },
})
