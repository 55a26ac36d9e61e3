import type { WorkHours } from '../../shared/service/fields'
import type { ServiceState, SignWay } from '../../shared/service/states'
import type { TakingState, TaskKind, TaskState } from '../../shared/task/states'
import { query } from '../kernel/database'

export interface ServiceRow {
  community_id: string
  id: string
  checkin_id: string
  person_id: string | null
  name: string | null
  /** The working hours that held when it began; gone with the person once it is settled. */
  work: WorkHours | null
  /** What the member tells of them now. */
  work_now: WorkHours | null
  task_id: string | null
  task: string | null
  state: ServiceState
  in_at: Date
  in_way: SignWay
  out_at: Date | null
  out_way: SignWay | null
  whole: number | null
  at_work: number | null
  twice: number | null
  counted: number | null
  corrects_id: string | null
  corrected_by: string | null
  lat: number | null
  lng: number | null
  /** What else the same person served around it. */
  others: { in_at: string; out_at: string }[] | null
}
const columns = `s.community_id, s.id, s.checkin_id, c.person_id, p.name, s.work, p.work as work_now, s.task_id, t.title as task, s.state, s.in_at, s.in_way, s.out_at,
    s.out_way, s.whole, s.at_work, s.twice, s.counted, s.corrects_id, t.lat, t.lng,
    (select n.id from service n where n.community_id = s.community_id and n.corrects_id = s.id) as corrected_by,
    case when s.state = 'out' then (select jsonb_agg(jsonb_build_object('in_at', o.in_at, 'out_at', o.out_at))
      from served_around(s.community_id, s.checkin_id, s.in_at, s.out_at) o where o.id <> s.id) end as others`
const from = `from service s join checkin c on c.community_id = s.community_id and c.id = s.checkin_id
    left join checkin_profile p on p.community_id = s.community_id and p.checkin_id = s.checkin_id
    left join task t on t.community_id = s.community_id and t.id = s.task_id`

export const serviceById = query<ServiceRow>(
  'service.get',
  `select ${columns} ${from} where s.community_id = $1 and s.id = $2`,
)
export const lockService = query(
  'service.lock',
  'select id from service where community_id = $1 and id = $2 for update',
)
export const servicesOf = query<ServiceRow>(
  'service.list',
  `select ${columns} ${from} where s.community_id = $1 and s.community_id = any ((select my_counters())::uuid[])
     and ($2::text is null or s.state = $2) and ($3::uuid is null or s.checkin_id = $3) and ($4::uuid is null or s.task_id = $4)
     and ($5::timestamptz is null or (s.in_at, s.id) < ($5, $6::uuid)) order by s.in_at desc, s.id desc limit 21`,
)
/** The caller's own, between two moments. */
export const servicesOfMine = query<ServiceRow>(
  'service.mine',
  `select ${columns} ${from} where c.person_id = (select me()) and s.in_at >= $1 and s.in_at < $2
     and ($3::timestamptz is null or (s.in_at, s.id) < ($3, $4::uuid)) order by s.in_at desc, s.id desc limit 21`,
)
export const signedInNow = query<ServiceRow>(
  'service.now',
  `select ${columns} ${from} where c.person_id = (select me()) and s.state = 'in'`,
)
export const totalsOfMine = query<{ minutes: number; times: number; waiting: number }>(
  'service.totals',
  `select coalesce(sum(s.counted) filter (where s.state = 'confirmed'), 0)::int as minutes, (count(*) filter (where s.state = 'confirmed'))::int as times,
     (count(*) filter (where s.state = 'out'))::int as waiting
   from checkin c join service s on s.community_id = c.community_id and s.checkin_id = c.id
   where c.person_id = (select me()) and s.in_at >= $1 and s.in_at < $2`,
)
export const othersAround = query<{ in_at: Date; out_at: Date; id: string }>(
  'service.around',
  'select in_at, out_at, id from served_around($1, $2, $3, $4)',
)
/** The same, of whoever did a service. */
export const othersOfWhom = query<{ in_at: Date; out_at: Date; id: string }>(
  'service.aroundWhom',
  `select o.in_at, o.out_at, o.id from service s cross join lateral served_around(s.community_id, s.checkin_id, $3, $4) o
   where s.community_id = $1 and s.id = $2`,
)
export const sentBefore = query<{ in_at: Date }>(
  'service.sent',
  'select in_at from service where community_id = $1 and id = $2 and sent_hash = $3',
)

export interface PostRow {
  id: string
  kind: TaskKind
  state: TaskState
  starts_at: Date | null
  ends_at: Date | null
  lat: number | null
  lng: number | null
  checkin_id: string | null
  taking_state: TakingState | null
}
/** A task as somebody stands before it to sign in. */
export const postOf = query<PostRow>(
  'service.post',
  `select t.id, t.kind, t.state, t.starts_at, t.ends_at, t.lat, t.lng, m.checkin_id, m.state as taking_state from task t
   left join lateral (select k.checkin_id, k.state from task_taking k join checkin c on c.community_id = k.community_id and c.id = k.checkin_id
     where k.community_id = t.community_id and k.task_id = t.id and c.person_id = (select me()) order by k.ended_at is not null, k.at desc limit 1) m on true
   where t.community_id = $1 and t.id = $2`,
)
/** While somebody was checked in, by the day. */
export interface During {
  since: string
  until: string | null
}
const during = 'day_in_china(c.accepted_at)::text as since, day_in_china(c.ended_at)::text as until'
export const memberOf = query<
  During & { id: string; work: WorkHours; name: string | null; person_id: string | null }
>(
  'service.member',
  `select c.id, p.work, p.name, c.person_id, ${during} from checkin c join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
   where c.community_id = $1 and c.id = $2 and c.accepted_at is not null`,
)
export const duringOf = query<During>(
  'service.during',
  `select ${during} from service s join checkin c on c.community_id = s.community_id and c.id = s.checkin_id where s.community_id = $1 and s.id = $2`,
)
export const taskIn = query<{ id: string; title: string }>(
  'service.task',
  'select id, title from task where community_id = $1 and id = $2',
)

export const signOut = query(
  'service.out',
  `update service set state = 'out', out_at = $3, out_way = $4 where community_id = $1 and id = $2 and state = 'in'`,
)
export const settle = query(
  'service.settle',
  `update service set state = $3, whole = $4, at_work = $5, twice = $6, counted = $7, reason = $8, settled_by = $9, settled_at = $10
   where community_id = $1 and id = $2`,
)
export const setCorrected = query(
  'service.corrected',
  `update service set state = 'corrected' where community_id = $1 and id = $2`,
)
