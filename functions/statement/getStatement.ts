import { may } from '../../shared/permissions'
import { Refused } from '../kernel/refused'
import { read } from '../kernel/verb'
import { questionsOf, standsTo, statementById } from './queries'
import { showHeading, showQuestion } from './view'

/** One statement with what was asked under it; its lines open for whoever reads the books. */
export const getStatement = read('statement.get', {
  load: async ({ tx, input: { communityId, compoundId, statementId } }) => {
    const key = [communityId, compoundId, statementId]
    const [[statement], questions, [stands]] = await Promise.all([
      statementById(tx, key),
      questionsOf(tx, key),
      standsTo(tx, [communityId, compoundId]),
    ])
    return { statement, questions, stands: stands! }
  },
  place: (_, { communityId }) => ({ communityId }),
  answer: ({ input: { communityId, compoundId }, loaded: { statement, questions, stands }, caller, now }) => {
    // judged by the community: one that is not there is missing for a neighbour as well
    if (!statement) throw new Refused('not_found')
    const at = { communityId, compoundId }
    return {
      ...statement.doc.picture,
      ...showHeading(statement),
      form: statement.doc.form,
      items: questions.map((q) => showQuestion(q, now)),
      answerDays: stands.answer_days ?? 0,
      mayOpen: stands.reads,
      mayAsk: stands.reads && may(caller, 'statement.ask', at),
      mayAnswer: stands.keeps && may(caller, 'statement.answer', at),
    }
  },
})
