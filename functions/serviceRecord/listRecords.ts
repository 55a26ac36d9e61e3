import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { recordsOf } from './queries'
import { showRecord } from './view'

export const listRecords = read('serviceRecord.list', {
  load: ({ tx, input: { communityId, year, state, after } }) => {
    const [id] = readCursor(after, 'id') ?? []
    return recordsOf(tx, [communityId, Number(year), state ?? null, id ?? null])
  },
  answer: ({ loaded, caller, now }) => pageOf(loaded, (r) => [r.id], showRecord(caller, now)),
})
