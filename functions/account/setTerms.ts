import { query } from '../kernel/database'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { lockBooks } from './books'

const setLimits = query(
  'books.setTerms',
  'update books set spend_limit_fen = $3, answer_days = $4 where community_id = $1 and compound_id = $2',
)

export const setBooksTerms = write('account.setTerms', {
  load: async ({ tx, input: { communityId, compoundId } }) =>
    (await lockBooks(tx, [communityId, compoundId]))[0],
  async change(act) {
    const { tx, input, loaded } = act
    const { communityId, compoundId, spendLimitFen, answerDays } = input
    await Promise.all([
      setLimits(tx, [communityId, compoundId, spendLimitFen, answerDays]),
      note(act, {
        communityId,
        action: 'books.termsSet',
        subjectKind: 'books',
        subjectId: compoundId,
        before: { spendLimitFen: loaded.spend_limit_fen, answerDays: loaded.answer_days },
        after: { compoundId, spendLimitFen, answerDays },
      }),
    ])
    return { spendLimitFen, answerDays }
  },
})
