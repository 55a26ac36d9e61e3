import type { MeetingState } from '../../shared/meeting/states'
import type { Role } from '../../shared/role/roles'
import type { Category } from '../../shared/whistle/categories'
import type { PartyKind, WhistleState } from '../../shared/whistle/states'
import { query } from '../kernel/database'

export interface LineRow {
  id: string
  community_id: string
  at: Date
  subject_kind: string
  subject_id: string
  action: string
  actor_role: Role | null
  actor_name: string | null
  after: Record<string, unknown> | null
  times: number
  unread: boolean
  /** Of a home, a plan of rounds, or the role, where it is about one. */
  label: string | null
  words: string | null
  category: Category | null
  state: WhistleState | null
  next_due_at: Date | null
  provisional: boolean | null
  outcome: string | null
  mine: boolean
  lead: string | null
  lead_kind: PartyKind | null
  lead_party: string | null
  disputed: boolean
  /** The reader sits at the desk of a co-party. */
  helps: boolean
  /** The party that acted. */
  party: string | null
  meeting_state: MeetingState | null
  starts_at: Date | null
  meeting_minutes: number | null
}

// names and words are looked up in the rows they stand in, as far as the reader may see them
export const linesOfMine = query<LineRow>(
  'inbox.list',
  `select i.id, i.community_id, i.at, i.subject_kind, i.subject_id, i.action, i.actor_role, told_by(i.community_id, i.id) as actor_name, i.after, i.times,
     i.read_at is null as unread,
     case i.subject_kind
       when 'home' then (select h.label from home h where h.community_id = i.community_id and h.id = i.subject_id)
       when 'tie' then (select h.label from home_tie t join home h on h.community_id = t.community_id and h.id = t.home_id
         where t.community_id = i.community_id and t.id = i.subject_id)
       -- whoever claims a home may not reach it yet
       when 'claim' then (select s.label from claim c cross join lateral home_spot(c.community_id, c.home_id) s
         where c.community_id = i.community_id and c.id = i.subject_id)
       when 'patrol' then told_plan(i.community_id, i.id)
       when 'task' then told_title(i.community_id, i.id)
       when 'project' then told_title(i.community_id, i.id)
       when 'checkin' then told_title(i.community_id, i.id)
       when 'serviceRecord' then told_title(i.community_id, i.id)
       when 'spending' then (select left(s.words, 40) from spending s where s.community_id = i.community_id
         and s.compound_id = (i.after ->> 'compoundId')::uuid and s.id = i.subject_id)
       when 'grant' then (select g.role from role_grant g where g.id = i.subject_id)
       when 'resolution' then left(q.words, 40)
       else m.title
     end as label,
     left(w.words, 200) as words, w.category, w.state, w.next_due_at, w.provisional, w.outcome, r.person_id is not null as mine,
     d.name as lead, d.kind as lead_kind, d.party_id as lead_party, coalesce(d.state = 'disputed', false) as disputed,
     o.name as party,
     i.action = 'whistle.dispatched' and exists (select 1 from dispatch c where c.community_id = w.community_id and c.whistle_id = w.id
       and not c.lead and c.state in ('current', 'disputed')
       and (c.organisation_id = any ((select my_organisations())::uuid[])
         or (c.kind = 'committee' and c.compound_id = any ((select my_committees())::uuid[]))
         or (c.kind = 'branch' and c.compound_id = any ((select my_branches())::uuid[])))) as helps,
     m.state as meeting_state, m.starts_at, m.minutes as meeting_minutes
   from inbox i
   left join whistle w on i.subject_kind = 'whistle' and w.community_id = i.community_id and w.id = i.subject_id
   left join whistle_reporter r on r.community_id = w.community_id and r.whistle_id = w.id and r.person_id = (select me())
   left join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state in ('current', 'disputed', 'done')
   left join dispatch o on o.community_id = w.community_id and o.id = coalesce((i.after ->> 'dispatchId')::uuid, d.id) and o.whistle_id = w.id
   left join meeting m on i.subject_kind in ('meeting', 'minutes') and m.community_id = i.community_id and m.id = i.subject_id
   left join resolution q on i.subject_kind = 'resolution' and q.community_id = i.community_id and q.id = i.subject_id
   where i.person_id = (select me()) and ($1::timestamptz is null or (i.at, i.id) < ($1, $2::uuid))
   order by i.at desc, i.id desc limit 21`,
)
export const countUnread = query<{ unread: number }>(
  'inbox.unread',
  'select count(*)::int as unread from inbox where person_id = (select me()) and read_at is null',
)
export const unreadAround = query<{ before: number; later: number }>(
  'inbox.unreadAround',
  `select (count(*) filter (where at <= $1))::int as before, (count(*) filter (where at > $1))::int as later
   from inbox where person_id = (select me()) and read_at is null`,
)
/** Held in the order in which steps tell of their things, so that a step and a reader wait for each other instead of for ever. */
export const readUntil = query(
  'inbox.readUntil',
  `with mine as (select community_id, id from inbox where person_id = (select me()) and read_at is null and at <= $1
     order by community_id, subject_id, hour for update)
   update inbox i set read_at = $2 from mine where i.community_id = mine.community_id and i.id = mine.id`,
)
