import { booksOf } from '../account/books'
import { read } from '../kernel/verb'
import { advancesOf } from './queries'
import { showAdvance } from './view'

export const listAdvances = read('advance.list', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const key = [communityId, compoundId]
    const [[books], advances] = await Promise.all([booksOf(tx, key), advancesOf(tx, key)])
    return books && advances
  },
  answer: ({ loaded }) => ({ items: loaded.map(showAdvance) }),
})
