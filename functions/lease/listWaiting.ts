import { booksOf } from '../account/books'
import { read } from '../kernel/verb'
import { waitingLine } from './queries'
import { showWait } from './view'

/** Who waits, in order: homes to those who keep the list, to all others their own place. */
export const listWaiting = read('lease.waiting', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [[books], line] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      waitingLine(tx, [communityId, compoundId]),
    ])
    return books && { desk: books.desk, line }
  },
  answer: ({ loaded: { desk, line } }) => ({
    total: line.length,
    items: line.filter((w) => desk || w.mine).map(showWait),
  }),
})
