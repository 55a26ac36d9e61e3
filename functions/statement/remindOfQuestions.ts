import type { ClientBase } from 'pg'

// each twice at most: a day before it is due, and when it is; whoever comes at the same time finds it counted
const remind = `with told as (
    update statement_question set reminded = case when due_at <= $1 then 2 else 1 end
    where answered_at is null and due_at <= $1::timestamptz + interval '1 day' and reminded < case when due_at <= $1 then 2 else 1 end
    returning community_id, compound_id, statement_id, id, due_at)
  insert into record (community_id, id, at, action, subject_kind, subject_id, after)
  select community_id, record_id($1), $1, 'statement.reminded', 'statement', statement_id,
    jsonb_build_object('by', 'clock', 'compoundId', compound_id, 'questionId', id, 'overdue', due_at <= $1) from told`

/** Reminds of what owners asked and nobody answered. Run twice, it says nothing more. */
export const remindOfQuestions = async (client: ClientBase, now: Date): Promise<number> =>
  (await client.query(remind, [now])).rowCount ?? 0
