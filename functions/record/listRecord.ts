import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { entriesOfCommunity, entriesOfSubject, readerOf, showEntry } from './queries'

export const listRecord = read('record.list', {
  load: ({ tx, input }) => {
    const values = [input.communityId, readCursor(input.after, 'id')?.[0] ?? null]
    return input.subjectId === undefined
      ? entriesOfCommunity(tx, values)
      : entriesOfSubject(tx, [...values, input.subjectId])
  },
  answer: ({ loaded, caller }) => pageOf(loaded, (r) => [r.id], showEntry(readerOf(caller))),
})
