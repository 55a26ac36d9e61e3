import { growsOn } from '../../shared/account/chart'
import { read } from '../kernel/verb'
import { accountById, monthsOf } from './queries'
import { showAccount } from './view'

export const getAccount = read('account.get', {
  load: async ({ tx, input: { communityId, compoundId, accountId } }) => {
    const key = [communityId, compoundId, accountId]
    const [[account], months] = await Promise.all([accountById(tx, key), monthsOf(tx, key)])
    return account && { account, months }
  },
  answer: ({ loaded: { account, months } }) => ({
    ...showAccount(account),
    growsOn: growsOn[account.kind],
    months: months.map((m) => ({ month: m.period, debitFen: m.debit_fen, creditFen: m.credit_fen })),
  }),
})
