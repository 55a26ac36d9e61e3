import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { recordsOf } from './queries'
import { gone, showRecord } from './view'

export const listRecords = read('serviceRecord.list', {
  load: ({ tx, input: { communityId, year, state, find, after } }) => {
    const [name, id] = readCursor(after, 'text', 'id') ?? []
    return recordsOf(tx, [communityId, Number(year), state ?? null, find ?? null, name ?? null, id ?? null])
  },
  answer: ({ loaded, caller, now }) => pageOf(loaded, (r) => [r.name ?? gone, r.id], showRecord(caller, now)),
})
