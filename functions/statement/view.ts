import type { Output } from '../../shared/contract'
import { roles } from '../../shared/role/roles'
import type { QuestionRow, StatementRow } from './queries'

type Heading = Output<'statement.list'>['items'][number]
type Question = Output<'statement.get'>['items'][number]

export const showHeading = (s: StatementRow): Heading => ({
  statementId: s.id,
  compoundId: s.compound_id,
  compound: s.doc.compound,
  period: s.period,
  publishedAt: s.published_at.toISOString(),
  hash: s.hash,
  openingFen: s.doc.picture.openingFen,
  sourcesFen: s.doc.picture.sourcesFen,
  usesFen: s.doc.picture.usesFen,
  closingFen: s.doc.picture.closingFen,
  questions: s.questions,
})

/** A question without whose it is; the answer by the role of whoever gave it. */
export const showQuestion = (q: QuestionRow, now: Date): Question => ({
  questionId: q.id,
  accountId: q.account_id,
  words: q.words,
  at: q.at.toISOString(),
  mine: q.mine,
  dueAt: q.due_at.toISOString(),
  overdue: q.answered_at === null && q.due_at <= now,
  answer:
    q.answered_at === null
      ? null
      : { words: q.answer!, at: q.answered_at.toISOString(), by: roles[q.answered_as!].name },
})
