import { note } from '../../kernel/record'
import { write } from '../../kernel/verb'
import { lockBooks } from '../books'
import { expectedOf, setExpected } from './queries'

export const setForecast = write('account.setForecast', {
  load: async ({ tx, input: { communityId, compoundId, accountId, year } }) => {
    const [[books], [account]] = await Promise.all([
      lockBooks(tx, [communityId, compoundId]),
      expectedOf(tx, [communityId, compoundId, accountId, year]),
    ])
    return books && { account }
  },
  refuse: ({ loaded: { account } }) =>
    account && ['income', 'expense'].includes(account.kind) ? undefined : 'account_elsewhere',
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, accountId, year, fen } = input
    await Promise.all([
      setExpected(tx, [communityId, compoundId, accountId, year, fen]),
      note(act, {
        communityId,
        action: 'forecast.set',
        subjectKind: 'books',
        subjectId: compoundId,
        before: { fen: loaded.account!.fen },
        after: { accountId, year: Number(year), fen },
      }),
    ])
    return { accountId }
  },
})
