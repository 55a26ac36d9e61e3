import { dayOf } from '../../shared/kernel/time'
import { readNumber } from '../../shared/slip/number'
import { pageOf, readCursor } from '../kernel/cursor'
import { literal } from '../kernel/literal'
import { read } from '../kernel/verb'
import { slipsOf, unitOfMine } from './queries'
import { ofUnit, showSlip } from './standing'

export const listSlips = read('slip.list', {
  load: async ({ tx, input: { unitId, stand, find, after }, now }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    const sought = find === undefined ? null : literal(/\d/.test(find) ? readNumber(find) : find)
    const [[unit], rows] = await Promise.all([
      unitOfMine(tx, [unitId]),
      slipsOf(tx, [unitId, dayOf(now), sought, stand ?? null, at ?? null, id ?? null]),
    ])
    return unit && rows
  },
  place: (_, { unitId }) => ofUnit(unitId),
  answer: ({ loaded }) => pageOf(loaded, (s) => [s.issued_at.toISOString(), s.id], showSlip),
})
