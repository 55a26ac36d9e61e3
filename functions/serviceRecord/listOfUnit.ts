import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { unitOfMine } from '../slip/queries'
import { ofUnit } from '../slip/standing'
import { recordsOfUnit } from './queries'
import { showRecord } from './view'

export const listRecordsOfUnit = read('serviceRecord.unit', {
  load: async ({ tx, input: { unitId, year, after } }) => {
    const [id] = readCursor(after, 'id') ?? []
    const [[unit], rows] = await Promise.all([
      unitOfMine(tx, [unitId]),
      recordsOfUnit(tx, [unitId, Number(year), id ?? null, 21]),
    ])
    return unit && rows
  },
  place: (_, { unitId }) => ofUnit(unitId),
  answer: ({ loaded, caller, now }) => pageOf(loaded, (r) => [r.id], showRecord(caller, now)),
})
