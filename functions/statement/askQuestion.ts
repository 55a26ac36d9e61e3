import { addDays, dayOf, startOfDay } from '../../shared/kernel/time'
import { questionsAtMost } from '../../shared/statement/states'
import { note } from '../kernel/record'
import { write } from '../kernel/verb'
import { addQuestion, questionsOf, sameQuestion, standsTo, statementById } from './queries'

/** An owner asks, of a line or of the whole; it is answered by the end of the last day that the compound has set. */
export const askQuestion = write('statement.ask', {
  load: async ({ tx, input }) => {
    const { communityId, compoundId, statementId, id, accountId, words } = input
    const key = [communityId, compoundId, statementId]
    const [[statement], questions, [stands], [same]] = await Promise.all([
      statementById(tx, key),
      questionsOf(tx, key),
      standsTo(tx, [communityId, compoundId]),
      sameQuestion(tx, [communityId, compoundId, id, statementId, accountId ?? null, words]),
    ])
    return statement && stands!.reads ? { statement, questions, same, days: stands!.answer_days! } : undefined
  },
  refuse: ({ input: { accountId }, loaded: { statement, questions, same } }) => {
    if (same) return undefined
    const { sources, uses, turned, money } = statement.doc.picture
    const lines = [...sources, ...uses, ...turned, ...money].map((line) => line.accountId)
    if (accountId !== undefined && !lines.includes(accountId)) return 'line_unknown'
    return questions.filter((q) => q.mine).length >= questionsAtMost ? 'questions_many' : undefined
  },
  conflicts: { statement_question_pkey: 'id_taken' },
  async change(act) {
    const { tx, input, loaded, caller, now } = act
    const { communityId, compoundId, statementId, id, accountId, words } = input
    if (loaded.same) return { id, dueAt: loaded.same.due_at.toISOString() }
    const dueAt = startOfDay(addDays(dayOf(now), loaded.days + 1))
    await Promise.all([
      addQuestion(tx, [
        ...[communityId, compoundId, id, statementId, accountId ?? null],
        ...[caller.personId, words, now, dueAt],
      ]),
      note(act, {
        communityId,
        action: 'statement.asked',
        subjectKind: 'statement',
        subjectId: statementId,
        after: { compoundId, questionId: id, period: loaded.statement.period },
      }),
    ])
    return { id, dueAt: dueAt.toISOString() }
  },
})
