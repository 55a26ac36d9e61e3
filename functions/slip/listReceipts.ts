import { receiptsOf } from '../checkin/queries'
import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { unitOfMine } from './queries'
import { showReceipt } from './receipts'
import { ofUnit } from './standing'

export const listReceipts = read('slip.receipts', {
  load: async ({ tx, input: { unitId, only, after } }) => {
    const [at, id] = readCursor(after, 'instant', 'id') ?? []
    const [[unit], rows] = await Promise.all([
      unitOfMine(tx, [unitId]),
      receiptsOf(tx, [unitId, only === 'waiting' ? true : null, at ?? null, id ?? null]),
    ])
    return unit && rows
  },
  place: (_, { unitId }) => ofUnit(unitId),
  answer: ({ loaded }) =>
    pageOf(
      loaded,
      (r) => [r.accepted_at.toISOString(), r.id],
      (r) => ({ ...showReceipt(r), slipId: r.slip_id! }),
    ),
})
