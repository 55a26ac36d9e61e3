import { read } from '../kernel/verb'
import { questionsOpen, standsTo } from './queries'
import { showQuestion } from './view'

/** What owners asked and nobody answered, the one that is due first at the head. */
export const listOpenQuestions = read('statement.open', {
  load: async ({ tx, input: { communityId, compoundId } }) => {
    const [[stands], questions] = await Promise.all([
      standsTo(tx, [communityId, compoundId]),
      questionsOpen(tx, [communityId, compoundId]),
    ])
    return stands!.keeps ? questions : undefined
  },
  answer: ({ loaded, now }) => ({
    items: loaded.map((q) => ({ ...showQuestion(q, now), statementId: q.statement_id, period: q.period })),
  }),
})
