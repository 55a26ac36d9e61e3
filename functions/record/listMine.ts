import { pageOf, readCursor } from '../kernel/cursor'
import { read } from '../kernel/verb'
import { entriesAboutMe, readerOf, showEntry } from './queries'

export const listMine = read('record.mine', {
  load: ({ tx, input }) => entriesAboutMe(tx, [readCursor(input.after, 'id')?.[0] ?? null]),
  answer: ({ loaded, caller }) => pageOf(loaded, (r) => [r.id], showEntry(readerOf(caller))),
})
