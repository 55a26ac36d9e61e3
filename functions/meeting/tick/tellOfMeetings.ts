import type { ClientBase } from 'pg'
import { dayOf } from '../../../shared/kernel/time'
import { remindHours, unsettledHours } from '../../../shared/meeting/limits'
import { remindDays } from '../../../shared/resolution/policy'

const noted = (action: string, kind: string, id: string, after = "'{}'::jsonb") => `insert into record
    (community_id, id, at, action, subject_kind, subject_id, after)
  select community_id, record_id($1), $1, '${action}', '${kind}', ${id}, jsonb_build_object('by', 'clock') || ${after} from told`

// each says once for each time that it was set to; whoever comes at the same time finds the key taken
const coming = `with told as (insert into meeting_reminder (community_id, meeting_id, kind, due_at)
    select community_id, id, 'coming', starts_at from meeting
    where state = 'noticed' and starts_at > $1 and starts_at <= $1::timestamptz + make_interval(hours => $2)
    on conflict do nothing returning community_id, meeting_id)
  ${noted('meeting.reminded', 'meeting', 'meeting_id')}`
const unsettled = `with told as (insert into meeting_reminder (community_id, meeting_id, kind, due_at)
    select community_id, id, 'unsettled', starts_at from meeting where state in ('planned', 'noticed', 'underWay')
      and starts_at + minutes * interval '1 minute' <= $1::timestamptz - make_interval(hours => $2)
    on conflict do nothing returning community_id, meeting_id)
  ${noted('meeting.unsettled', 'meeting', 'meeting_id')}`

const due = (kind: string, when: string, action: string) => `with told as (
    insert into resolution_reminder (community_id, resolution_id, kind, due_on)
    select community_id, id, '${kind}', due_on from resolution where state = 'open' and ${when}
    on conflict do nothing returning community_id, resolution_id)
  ${noted(action, 'resolution', 'resolution_id')}`
const soon = due('soon', 'due_on >= $2::date and due_on <= $2::date + $3::int', 'resolution.reminded')
const overdue = due('overdue', 'due_on < $2::date', 'resolution.overdue')

/** Whistles that wait for a meeting which is over: nobody took them back, and their clocks stand still. */
const tabledOver = `with told as (insert into whistle_reminder (community_id, whistle_id, kind, of_at)
    select t.community_id, t.whistle_id, 'tabledOver', m.starts_at from tabling t
    join meeting m on m.community_id = t.community_id and m.id = t.meeting_id
    where t.back_at is null and m.state in ('held', 'notHeld') and m.starts_at <= $1::timestamptz - make_interval(hours => $2)
    on conflict do nothing returning community_id, whistle_id, kind)
  ${noted('whistle.reminded', 'whistle', 'whistle_id', "jsonb_build_object('kind', kind)")}`

export interface MeetingsTold {
  coming: number
  unsettled: number
  dueSoon: number
  overdue: number
  tabledOver: number
}

/** Reminds of meetings, of what became of them, and of what they decided. Run twice, it says nothing more. */
export async function tellOfMeetings(client: ClientBase, now: Date): Promise<MeetingsTold> {
  const count = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rowCount ?? 0
  const today = dayOf(now)
  return {
    coming: await count(coming, [now, remindHours]),
    unsettled: await count(unsettled, [now, unsettledHours]),
    dueSoon: await count(soon, [now, today, remindDays]),
    overdue: await count(overdue, [now, today]),
    tabledOver: await count(tabledOver, [now, unsettledHours]),
  }
}
