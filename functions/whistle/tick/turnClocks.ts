import type { ClientBase } from 'pg'
import { daysToAnswer, daysToClose, hoursBeforeRaise } from '../../../shared/whistle/limits'

/** The clock that runs: until somebody is there, then until it is solved. */
const running = `select w.community_id, w.id, w.next_due_at as due_at,
    case when w.state in ('submitted', 'accepted', 'dispatched') then 'response' else 'resolution' end as clock,
    case when w.state in ('submitted', 'accepted', 'dispatched') then coalesce(w.response_set_at, w.response_from)
      else coalesce(w.resolution_set_at, w.resolution_from) end as since
  from whistle w where w.next_due_at is not null`

// lines of one tick have one time, and come in the order of their things, as whoever reads holds them in the inbox; a later kind has a later id, so that the record reads as it happened
const noted = (action: string, after: string, from: string, later: number) => `insert into record
    (community_id, id, at, action, subject_kind, subject_id, after)
  select community_id, record_id($1::timestamptz + ${later} * interval '1 millisecond'), $1, '${action}', 'whistle', id, jsonb_build_object('by', 'clock') || ${after} from ${from} order by community_id, id`

// half time is half of what was left when the deadline was last set; each says once, and whoever comes at the same time waits for the key and finds it taken
const remind = `with running as (${running}),
  told as (insert into whistle_reminder (community_id, whistle_id, kind, of_at)
    select community_id, id, clock || case when due_at <= $1 then 'Due' else 'Half' end, case when due_at <= $1 then due_at else since end from running
    where due_at <= $1 or since + (due_at - since) / 2 <= $1
    order by community_id, id
    on conflict do nothing returning community_id, whistle_id as id, kind)
  ${noted('whistle.reminded', "jsonb_build_object('kind', kind)", 'told', 1)}`

const raise = `with running as (${running}),
  told as (insert into whistle_reminder (community_id, whistle_id, kind, of_at)
    select community_id, id, 'raised', due_at from running where due_at <= $1::timestamptz - make_interval(hours => $2)
    order by community_id, id
    on conflict do nothing returning community_id, whistle_id as id),
  raised as (update whistle w set raised_at = $1, raised_for = r.clock from told t
    join running r on r.community_id = t.community_id and r.id = t.id
    where w.community_id = t.community_id and w.id = t.id returning w.community_id, w.id, w.raised_for)
  ${noted('whistle.raised', "jsonb_build_object('for', raised_for)", 'raised', 2)}`

/** Held without waiting: what somebody is working on at this moment is closed at the next tick. */
const closing = (
  due: string,
  outcome: string,
) => `with due as (select community_id, id from whistle where ${due}
    order by community_id, id limit 1000 for update skip locked),
  closed as (update whistle w set state = 'closed', closed_at = $1, outcome = ${outcome} from due
    where w.community_id = due.community_id and w.id = due.id returning w.community_id, w.id, w.outcome),
  done as (update dispatch d set state = 'done', ended_at = $1 from closed
    where d.community_id = closed.community_id and d.whistle_id = closed.id and d.state in ('current', 'disputed'))
  ${noted('whistle.closed', "jsonb_build_object('state', 'closed', 'outcome', outcome)", 'closed', 3)}`

const closeUnanswered = closing(
  `state = 'resolved' and resolved_at <= $1::timestamptz - make_interval(days => $2)`,
  `'unanswered'`,
)
const closeFollowedUp = closing(
  `state = 'followedUp' and followed_up_at <= $1::timestamptz - make_interval(days => $2)`,
  'w.outcome',
)

export interface ClocksTurned {
  reminded: number
  raised: number
  unanswered: number
  closed: number
}

/** Reminds, raises and closes. Run twice, or on two machines at once, it changes nothing more. */
export async function turnClocks(client: ClientBase, now: Date): Promise<ClocksTurned> {
  const count = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rowCount ?? 0
  return {
    reminded: await count(remind, [now]),
    raised: await count(raise, [now, hoursBeforeRaise]),
    unanswered: await count(closeUnanswered, [now, daysToAnswer]),
    closed: await count(closeFollowedUp, [now, daysToClose]),
  }
}
