import { dayOf } from '../../shared/kernel/time'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { compoundById } from '../place/queries'
import { showResolution } from './face'
import { countResolutions, openByDue, othersByDue } from './queries'

const stateOf = { done: 'done', all: null } as const

/** The board: what is open by its day, the next first; the rest the last first. */
export const listResolutions = read('resolution.list', {
  load: async ({ tx, input, now }) => {
    const { communityId, compoundId, tab, party } = input
    const after = readCursor(input.after, 'day', 'id')
    const today = dayOf(now)
    const of = [communityId, compoundId ?? null, party ?? null]
    const from = [after?.[0] ?? null, after?.[1] ?? null]
    const [rows, [counts], [compound]] = await Promise.all([
      tab === 'open' || tab === 'overdue'
        ? openByDue(tx, [...of, tab === 'overdue' ? today : null, ...from])
        : othersByDue(tx, [...of, stateOf[tab], ...from]),
      countResolutions(tx, [...of, today]),
      compoundById(tx, [communityId, compoundId ?? null]),
    ])
    return compoundId === undefined || compound ? { rows, counts: counts! } : undefined
  },
  answer: ({ loaded: { rows, counts }, now }) => ({
    ...pageOf(
      rows,
      (r) => [r.due_on, r.id],
      (r) => showResolution(r, now),
    ),
    counts,
  }),
})
