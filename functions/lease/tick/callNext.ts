import type { ClientBase } from 'pg'
import { dayOf } from '../../../shared/kernel/time'

// as many homes as there are spaces that nobody has, now or later; whom a space was called for that is gone since is called again
const call = `with free as (
    select s.community_id, s.compound_id, count(*) as spaces from space s
    where s.kind = 'parking' and s.ended_on is null and not exists (select 1 from lease l where l.community_id = s.community_id
      and l.compound_id = s.compound_id and l.space_id = s.id and (l.to_day is null or l.to_day >= $2::date))
    group by 1, 2),
  line as (
    select w.community_id, w.compound_id, w.id, coalesce(f.spaces, 0) >= row_number() over (partition by w.community_id, w.compound_id
      order by w.at, w.id) as next
    from wait w left join free f on f.community_id = w.community_id and f.compound_id = w.compound_id where w.ended_at is null),
  moved as (
    update wait w set told_at = case when l.next then $1::timestamptz end from line l
    where w.community_id = l.community_id and w.compound_id = l.compound_id and w.id = l.id and w.ended_at is null and (w.told_at is not null) <> l.next
    returning w.community_id, w.compound_id, w.id, w.home_id, l.next)
  insert into record (community_id, id, at, action, subject_kind, subject_id, after)
  select community_id, record_id($1), $1, 'wait.called', 'wait', id,
    jsonb_build_object('by', 'clock', 'compoundId', compound_id, 'homeId', home_id) from moved where next order by community_id, id`

/** Homes that wait for a parking space are told when it is their turn: once for each time that it is. */
export async function callNext(client: ClientBase, now: Date): Promise<number> {
  const { rowCount } = await client.query(call, [now, dayOf(now)])
  return rowCount ?? 0
}
