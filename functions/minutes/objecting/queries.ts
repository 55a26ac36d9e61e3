import { query } from '../../kernel/database'

export interface ObjectionRow {
  id: string
  words: string | null
  at: Date
  mine: boolean
  answer: string | null
  answered_at: Date | null
}
export const objectionsOf = query<ObjectionRow>('objection.list', 'select * from minutes_objections($1, $2)')
export const objectionById = query<{ id: string; person_id: string; answered_at: Date | null }>(
  'objection.get',
  `select id, person_id, answered_at from minutes_objection where community_id = $1 and meeting_id = $2 and id = $3 for update`,
)
export const answerObjectionWith = query(
  'objection.answer',
  'update minutes_objection set answer = $4, answered_at = $5 where community_id = $1 and meeting_id = $2 and id = $3',
)
export const correctionsOf = query<{ id: string; words: string; at: Date }>(
  'correction.list',
  'select id, words, at from minutes_correction where community_id = $1 and meeting_id = $2 order by at, id',
)
