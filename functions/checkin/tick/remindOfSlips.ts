import type { ClientBase } from 'pg'
import { aboveCommunities } from '../../../shared/kernel/ids'
import { dayOf } from '../../../shared/kernel/time'
import { remindDays } from '../../../shared/slip/states'

/** Slips that nobody presented in fifteen days: each once, one line for a unit. */
export async function remindOfSlips(client: ClientBase, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `with slow as (update slip set reminded_at = $1 where used_at is null and voided_at is null and reminded_at is null
       and expires_day >= $2::date and issued_at <= $1::timestamptz - make_interval(days => $3) returning organisation_id),
     told as (select organisation_id, count(*)::int as slips from slow group by 1)
     insert into record (community_id, id, at, action, subject_kind, subject_id, after)
     select $4, record_id($1), $1, 'slip.reminded', 'slip', organisation_id, jsonb_build_object('by', 'clock', 'slips', slips) from told`,
    [now, dayOf(now), remindDays, aboveCommunities],
  )
  return rowCount ?? 0
}
