import type { ClientBase } from 'pg'
import { aroundMinutes } from '../../../shared/task/states'

/** A task whose day has passed is over, an hour after its end, when nobody signs out by code any more. */
export async function endTasks(client: ClientBase, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `with over as (update task set state = 'over', ended_at = $1 where state = 'open' and ends_at < $1::timestamptz - make_interval(mins => $2)
       returning community_id, id)
     insert into record (community_id, id, at, action, subject_kind, subject_id, before, after)
     select community_id, record_id($1), $1, 'task.closed', 'task', id, '{"state": "open"}', '{"by": "clock", "state": "over"}' from over`,
    [now, aroundMinutes],
  )
  return rowCount ?? 0
}
