import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { askerOf, lockQuestion, setAnswer, standsTo } from './queries'

/** Once, and for all to read. */
export const answerQuestion = write('statement.answer', {
  load: async ({ tx, input: { communityId, compoundId, statementId, questionId } }) => {
    const [[stands], [question], [asker]] = await Promise.all([
      standsTo(tx, [communityId, compoundId]),
      lockQuestion(tx, [communityId, compoundId, statementId, questionId]),
      askerOf(tx, [communityId, compoundId, questionId]),
    ])
    return stands!.keeps && question ? { question, asker: asker!.asker } : undefined
  },
  refuse: ({ loaded }) => (loaded.question.answered_at === null ? undefined : 'answered_already'),
  async change(act) {
    const { tx, input, loaded, caller, as, now } = act
    const { communityId, compoundId, statementId, questionId, words } = input
    await Promise.all([
      setAnswer(tx, [communityId, compoundId, questionId, words, now, caller.personId, as]),
      note(act, {
        communityId,
        action: 'statement.answered',
        subjectKind: 'statement',
        subjectId: statementId,
        aboutId: loaded.asker,
        after: { compoundId, questionId },
      }),
    ])
    return { questionId }
  },
})
