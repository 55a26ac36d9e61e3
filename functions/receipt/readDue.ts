import { may } from '../../shared/permissions'
import { booksOf, isOpening } from '../account/books'
import { owedOf } from '../charge/lowering'
import { openOf } from '../charge/queries'
import { showCharge } from '../charge/view'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { isOnePayer } from './paying'
import { payerOf } from './queries'

export const readDue = read('receipt.due', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, leaseId, homeId } = input
    const key = [communityId, compoundId, leaseId ?? null, homeId ?? null]
    const [[books], [payer], open] = await Promise.all([
      booksOf(tx, [communityId, compoundId]),
      payerOf(tx, key),
      openOf(tx, key),
    ])
    return books?.desk ? { books, payer, open } : undefined
  },
  place: (_, { communityId, compoundId }) => ({ communityId, compoundId }),
  answer: ({ input, loaded: { books, payer, open }, caller }) => {
    if (!isOnePayer(input)) throw new Refused('payer_missing')
    if (!payer) throw new Refused('not_found')
    return {
      who: payer.who,
      number: payer.number,
      plate: payer.plate,
      items: open.map(showCharge),
      owedFen: open.reduce((sum, c) => sum + owedOf(c), 0),
      prepaidFen: payer.prepaid,
      depositFen: payer.deposit,
      mayCarry: may(caller, 'receipt.carry', input) && isOpening(books),
    }
  },
})
