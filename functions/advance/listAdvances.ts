import { booksOf } from '../account/books'
import { read } from '../kernel/verb'
import { advancesOf, companiesHere } from './queries'
import { showAdvance } from './view'

export const listAdvances = read('advance.list', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const key = [communityId, compoundId]
    const [[books], advances, companies] = await Promise.all([
      booksOf(tx, key),
      advancesOf(tx, key),
      companiesHere(tx, key),
    ])
    return books && { advances, companies }
  },
  answer: ({ loaded }) => ({
    items: loaded.advances.map(showAdvance),
    companies: loaded.companies.map(({ id, name }) => ({ organisationId: id, name })),
  }),
})
