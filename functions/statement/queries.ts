import type { Role } from '../../shared/role/roles'
import type { StatementDoc } from '../../shared/statement/canonical'
import { query } from '../kernel/database'

export interface StatementRow {
  id: string
  compound_id: string
  period: string
  doc: StatementDoc
  hash: string
  published_at: Date
  questions: number
}
// the first form had no list of what turned without money
const columns = `s.id, s.compound_id, s.period, jsonb_set(s.doc, '{picture,turned}', coalesce(s.doc #> '{picture,turned}', '[]')) as doc, s.hash, s.published_at,
  (select count(*)::int from statement_question q where q.community_id = s.community_id and q.compound_id = s.compound_id and q.statement_id = s.id) as questions`
export const statementById = query<StatementRow>(
  'statement.get',
  `select ${columns} from statement s where s.community_id = $1 and s.compound_id = $2 and s.id = $3`,
)
export const statementsOf = query<StatementRow>(
  'statement.list',
  `select ${columns} from statement s where s.community_id = $1 and ($2::uuid is null or s.compound_id = $2)
     and ($3::timestamptz is null or (s.published_at, s.id) < ($3, $4::uuid))
   order by s.published_at desc, s.id desc limit 21`,
)
export const statementTextOf = query<{ period: string; compound: string; text: string; hash: string }>(
  'statement.text',
  `select period, doc ->> 'compound' as compound, text, hash from statement where community_id = $1 and compound_id = $2 and id = $3`,
)
export const statementOfPeriod = query<{ id: string; hash: string }>(
  'statement.ofPeriod',
  'select id, hash from statement where community_id = $1 and compound_id = $2 and period = $3',
)
export const statementSent = query<{ period: string; hash: string }>(
  'statement.sent',
  'select period, hash from statement where community_id = $1 and compound_id = $2 and id = $3',
)
export const addStatement = query(
  'statement.add',
  `insert into statement (community_id, compound_id, id, period, doc, text, hash, published_by, published_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
export const closeMonth = query('statement.close', 'select close_month($1, $2, $3)')

/** How the caller stands to the books of a compound: reads them, keeps or watches them. */
export const standsTo = query<{ reads: boolean; keeps: boolean; answer_days: number | null }>(
  'statement.standsTo',
  `select c.id is not null and $2::uuid = any (my_books()) as reads, c.id is not null and $2::uuid = any (my_desk_books()) as keeps,
     (select answer_days from books where community_id = $1 and compound_id = $2) as answer_days
   from (select $1::uuid as community_id, $2::uuid as id) k left join compound c on c.community_id = k.community_id and c.id = k.id`,
)
export const namesOf = query<{ community: string; compound: string }>(
  'statement.names',
  `select m.name as community, c.name as compound from compound c join community m on m.id = c.community_id where c.community_id = $1 and c.id = $2`,
)
/** All entries of a span, and what they come to on either side. */
export const entriesCounted = query<{ count: number; totalFen: number }>(
  'statement.entries',
  `select count(*)::int as count, coalesce(sum(total_fen), 0)::float8 as "totalFen" from entry
   where community_id = $1 and compound_id = $2 and period between $3 and $4`,
)
export const vouchersWaiting = query<{ waiting: number }>(
  'statement.vouchersWaiting',
  `select count(*)::int as waiting from entry_voucher v join entry e on e.community_id = v.community_id and e.compound_id = v.compound_id and e.id = v.entry_id
   where v.community_id = $1 and v.compound_id = $2 and v.masked_photo_id is null and e.period between $3 and $4`,
)

export interface QuestionRow {
  id: string
  statement_id: string
  period: string
  account_id: string | null
  words: string | null
  at: Date
  due_at: Date
  mine: boolean
  answer: string | null
  answered_at: Date | null
  answered_as: Role | null
}
const asked = `q.id, q.statement_id, s.period, q.account_id, q.words, q.at, q.due_at, q.id = any ((select my_questions($1, $2))::uuid[]) as mine, q.answer,
  q.answered_at, q.answered_as`
const fromAsked = `from statement_question q join statement s on s.community_id = q.community_id and s.compound_id = q.compound_id and s.id = q.statement_id`
export const questionsOf = query<QuestionRow>(
  'statement.questions',
  `select ${asked} ${fromAsked} where q.community_id = $1 and q.compound_id = $2 and q.statement_id = $3 order by q.at, q.id`,
)
export const questionsOpen = query<QuestionRow>(
  'statement.questionsOpen',
  `select ${asked} ${fromAsked} where q.community_id = $1 and q.compound_id = $2 and q.answered_at is null order by q.due_at, q.id limit 100`,
)
/** Held, so that two who answer at once come one after the other. */
export const lockQuestion = query<{ answered_at: Date | null }>(
  'statement.lockQuestion',
  `select answered_at from statement_question where community_id = $1 and compound_id = $2 and statement_id = $3 and id = $4 for update`,
)
/** What stands under an id, if it is the same question of the caller. */
export const sameQuestion = query<{ due_at: Date }>(
  'statement.sameQuestion',
  `select due_at from statement_question where community_id = $1 and compound_id = $2 and id = $3 and statement_id = $4
     and account_id is not distinct from $5 and words = $6 and id = any (my_questions($1, $2))`,
)
export const addQuestion = query(
  'statement.ask',
  `insert into statement_question (community_id, compound_id, id, statement_id, account_id, person_id, words, at, due_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
export const setAnswer = query(
  'statement.answer',
  `update statement_question set answer = $4, answered_at = $5, answered_by = $6, answered_as = $7 where community_id = $1 and compound_id = $2 and id = $3`,
)
/** To whom the answer is told; who it is goes nowhere else. */
export const askerOf = query<{ asker: string | null }>(
  'statement.asker',
  'select asker_of($1, $2, $3) as asker',
)
