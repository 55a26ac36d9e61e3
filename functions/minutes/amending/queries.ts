import type { AmendmentAnswer } from '../../../shared/minutes/states'
import { query } from '../../kernel/database'

export interface AmendmentRow {
  id: string
  item_id: string | null
  person_id: string
  words: string | null
  at: Date
  mine: boolean
  decision: AmendmentAnswer | null
  answer: string | null
  answered_at: Date | null
}
export const amendmentsOf = query<AmendmentRow>(
  'amendment.list',
  `select id, item_id, person_id, words, at, person_id = (select me()) as mine, decision, answer, answered_at
   from minutes_amendment where community_id = $1 and meeting_id = $2 order by at, id`,
)
export const amendmentById = query<AmendmentRow>(
  'amendment.get',
  `select id, item_id, person_id, words, at, false as mine, decision, answer, answered_at
   from minutes_amendment where community_id = $1 and meeting_id = $2 and id = $3 for update`,
)
export const answerAmendmentWith = query(
  'amendment.answer',
  'update minutes_amendment set decision = $4, answer = $5, answered_at = $6 where community_id = $1 and meeting_id = $2 and id = $3',
)
