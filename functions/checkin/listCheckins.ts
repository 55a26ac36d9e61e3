import { checkinStates } from '../../shared/checkin/states'
import { pageOf, readCursor } from '../kernel/cursor'
import { literal } from '../kernel/literal'
import { read } from '../kernel/verb'
import { checkinsOf, countsOf } from './queries'
import { showFace } from './standing'

type Count = Awaited<ReturnType<typeof countsOf>>[number]
const sumOf = (counts: readonly Count[], of: (c: Count) => boolean): number =>
  counts.filter(of).reduce((sum, c) => sum + c.n, 0)
/** Accepted means that the unit has yet to confirm; a member without office has none. */
const waitsSo = ({ state, kind }: Count): boolean => state !== 'accepted' || kind === 'inService'

export const listCheckins = read('checkin.list', {
  load: async ({ tx, input: { communityId, state, kind, only, find, after } }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    const [rows, counts] = await Promise.all([
      checkinsOf(tx, [
        communityId,
        state ?? null,
        kind ?? null,
        find === undefined ? null : literal(find),
        at ?? null,
        id ?? null,
        only === 'live',
      ]),
      countsOf(tx, [communityId]),
    ])
    return { rows, counts }
  },
  answer: ({ loaded: { rows, counts } }) => ({
    ...pageOf(
      rows,
      (c) => [c.presented_at.toISOString(), c.id],
      (c) => ({
        ...showFace(c),
        name: c.name ?? '已注销',
        home: c.home,
        skills: c.skills ?? [],
        homes: c.homes,
      }),
    ),
    counts: Object.fromEntries(
      checkinStates.map((s) => [s, sumOf(counts, (c) => c.state === s && waitsSo(c))]),
    ) as Record<(typeof checkinStates)[number], number>,
    noOffice: sumOf(counts, (c) => c.kind === 'noOffice'),
  }),
})
