import { booksOf } from '../account/books'
import { read } from '../kernel/verb'
import { fundsOf } from './queries'
import { showFund } from './view'

export const listFunds = read('fund.list', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [[books], funds] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      fundsOf(tx, [communityId, compoundId]),
    ])
    return books && funds
  },
  answer: ({ loaded }) => ({ items: loaded.map(showFund) }),
})
