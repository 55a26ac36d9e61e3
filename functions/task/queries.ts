import type { FreeTime, Interest, Skill } from '../../shared/checkin/states'
import type { LeaveReason, TakenBy, TakingState, TaskKind, TaskState } from '../../shared/task/states'
import { query } from '../kernel/database'

export interface TaskRow {
  community_id: string
  id: string
  kind: TaskKind
  title: string
  words: string | null
  about: Interest | null
  skills: Skill[]
  times: FreeTime[]
  places: number
  taken: number
  by: TakenBy
  starts_at: Date | null
  ends_at: Date | null
  place: string | null
  lat: number | null
  lng: number | null
  state: TaskState
  made_at: Date
  asked: number
  /** Who is signed in and not out yet; a member sees no more than whether they are. */
  signed_in: number
  /** The caller's own taking of it, the last. */
  taking_id: string | null
  taking_state: TakingState | null
  /** The caller's live check-in here. */
  checkin_id: string | null
}
const columns = `t.community_id, t.id, t.kind, t.title, t.words, t.about, t.skills, t.times, t.places, t.taken, t.taken_by as by, t.starts_at, t.ends_at, t.place,
    t.lat, t.lng, t.state, t.made_at`
const mine = `left join lateral (select k.id, k.state from task_taking k join checkin c on c.community_id = k.community_id and c.id = k.checkin_id
    where k.community_id = t.community_id and k.task_id = t.id and c.person_id = (select me()) order by k.ended_at is not null, k.at desc limit 1) m on true`
const signedIn = `(select count(*)::int from service s where s.community_id = t.community_id and s.task_id = t.id and s.state = 'in')`
const live = `left join checkin l on l.community_id = t.community_id and l.person_id = (select me()) and l.state in ('accepted', 'confirmed')`

export const taskById = query<TaskRow>(
  'task.get',
  `select ${columns}, 0 as asked, ${signedIn} as signed_in, m.id as taking_id, m.state as taking_state, l.id as checkin_id from task t ${mine} ${live}
   where t.community_id = $1 and t.id = $2`,
)
export const lockTask = query(
  'task.lock',
  'select id from task where community_id = $1 and id = $2 for update',
)
export const tasksOf = query<Omit<TaskRow, 'signed_in'>>(
  'task.list',
  `select ${columns}, (select count(*)::int from task_taking k where k.community_id = t.community_id and k.task_id = t.id and k.state = 'asked') as asked,
     null::uuid as taking_id, null::text as taking_state, null::uuid as checkin_id
   from task t where t.community_id = $1 and t.community_id = any ((select my_counters())::uuid[]) and ($2::text is null or t.state = $2)
     and ($3::timestamptz is null or (t.made_at, t.id) < ($3, $4::uuid)) order by t.made_at desc, t.id desc limit 21`,
)
export interface OfferedRow extends Omit<TaskRow, 'signed_in'> {
  fit_skills: Skill[]
  fit_times: FreeTime[]
  fits: boolean
  wanted: boolean
  rank: number
}
/** It is about something that they would like to do. */
const wanted = `coalesce(t.about = any (p.interests), false)`
/** Open ones of my community that I have not taken: those that fit come first, of these what I would like to do, then the newest. */
export const offered = query<OfferedRow>(
  'task.offered',
  `select * from (
     select ${columns}, 0 as asked, null::uuid as taking_id, null::text as taking_state, l.id as checkin_id,
       array(select unnest(t.skills) intersect select unnest(p.skills)) as fit_skills,
       array(select unnest(t.times) intersect select unnest(p.free)) as fit_times,
       (t.skills = '{}' or t.skills && p.skills) and (t.times = '{}' or t.times && p.free) as fits, ${wanted} as wanted,
       case when (t.skills = '{}' or t.skills && p.skills) and (t.times = '{}' or t.times && p.free) then 2 else 0 end + ${wanted}::int as rank
     from checkin l join checkin_profile p on p.community_id = l.community_id and p.checkin_id = l.id
     join task t on t.community_id = l.community_id
     where l.person_id = (select me()) and l.state in ('accepted', 'confirmed') and t.state = 'open' and (t.ends_at is null or t.ends_at > $1)
       and not exists (select 1 from task_taking k where k.community_id = t.community_id and k.task_id = t.id and k.checkin_id = l.id and k.state in ('asked', 'taken'))
   ) o where $2::timestamptz is null or (o.rank, o.made_at, o.id) < ($4::int, $2, $3::uuid)
   order by o.rank desc, o.made_at desc, o.id desc limit 21`,
)
export const takenByMe = query<Omit<TaskRow, 'signed_in'>>(
  'task.taken',
  `select ${columns}, 0 as asked, k.id as taking_id, k.state as taking_state, c.id as checkin_id
   from task_taking k join checkin c on c.community_id = k.community_id and c.id = k.checkin_id
   join task t on t.community_id = k.community_id and t.id = k.task_id
   where c.person_id = (select me()) and k.state in ('asked', 'taken') order by t.starts_at nulls last, k.at limit 100`,
)
export interface TakerRow {
  taking_id: string
  checkin_id: string
  name: string | null
  state: TakingState
  reason: LeaveReason | null
  fits: boolean
  wanted: boolean
}
export const takersOf = query<TakerRow>(
  'task.takers',
  `select k.id as taking_id, k.checkin_id, p.name, k.state, k.reason,
     (t.skills = '{}' or t.skills && p.skills) and (t.times = '{}' or t.times && p.free) as fits, ${wanted} as wanted
   from task_taking k join task t on t.community_id = k.community_id and t.id = k.task_id
   left join checkin_profile p on p.community_id = k.community_id and p.checkin_id = k.checkin_id
   where k.community_id = $1 and k.task_id = $2 and k.community_id = any ((select my_counters())::uuid[]) order by k.at, k.id limit 600`,
)
export interface TakingRow {
  id: string
  task_id: string
  checkin_id: string
  state: TakingState
  person_id: string | null
  task_state: TaskState
  starts_at: Date | null
}
export const takingForUpdate = query<TakingRow>(
  'taking.forUpdate',
  `select k.id, k.task_id, k.checkin_id, k.state, c.person_id, t.state as task_state, t.starts_at from task_taking k
   join checkin c on c.community_id = k.community_id and c.id = k.checkin_id join task t on t.community_id = k.community_id and t.id = k.task_id
   where k.community_id = $1 and k.id = $2 for update of k`,
)
export const sameTaking = query<{ state: TakingState }>(
  'taking.same',
  `select k.state from task_taking k join checkin c on c.community_id = k.community_id and c.id = k.checkin_id
   where k.community_id = $1 and k.id = $2 and k.task_id = $3 and c.person_id = (select me())`,
)
export const setTaking = query(
  'taking.set',
  `update task_taking set state = $3, reason = $4, ended_at = case when $3 in ('asked', 'taken') then null else $5::timestamptz end
   where community_id = $1 and id = $2`,
)
export const setTask = query(
  'task.set',
  'update task set state = $3, reason = $4, ended_at = $5 where community_id = $1 and id = $2',
)
export const secretsTo = query<{ may: boolean }>(
  'task.counter',
  'select $1::uuid = any (my_counters()) as may',
)
