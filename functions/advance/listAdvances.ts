import { may } from '../../shared/permissions'
import { booksOf, isOpening } from '../account/books'
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
    return books && { books, advances, companies }
  },
  answer: ({ input: { communityId, compoundId }, loaded, caller }) => ({
    items: loaded.advances.map(showAdvance),
    companies: loaded.companies.map(({ id, name }) => ({ organisationId: id, name })),
    mayCarry: may(caller, 'advance.carry', { communityId, compoundId }) && isOpening(loaded.books),
  }),
})
