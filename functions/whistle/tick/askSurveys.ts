import type { ClientBase } from 'pg'
import { surveyAfterDays, surveyOneIn } from '../../../shared/whistle/limits'

// so long after it was due it is still asked, should nobody have ticked
const withinDays = 7
const askedAtOnce = 500

/** Asks whoever reported what was closed a month ago whether it is still well: once each, whoever ticks at the same time. */
export async function askSurveys(client: ClientBase, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `with asked as (insert into whistle_survey (community_id, whistle_id, person_id, asked_at)
       select community_id, whistle_id, person_id, $1 from surveys_due($1, $2, $3, $4, $5)
       on conflict do nothing returning community_id, whistle_id)
     insert into record (community_id, id, at, action, subject_kind, subject_id, after)
     select community_id, record_id($1), $1, 'whistle.surveyAsked', 'whistle', whistle_id, jsonb_build_object('by', 'clock') from asked
     order by community_id, whistle_id`,
    [now, surveyAfterDays, withinDays, surveyOneIn, askedAtOnce],
  )
  return rowCount ?? 0
}
