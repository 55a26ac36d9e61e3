import type { Remark, ServiceRecordState } from '../../shared/serviceRecord/states'
import { query } from '../kernel/database'

export interface RecordRow {
  community_id: string
  community: string
  id: string
  checkin_id: string
  person_id: string | null
  name: string | null
  unit: string | null
  organisation_id: string | null
  year: number
  state: ServiceRecordState
  minutes: number
  tasks: number
  homes: number
  visits: number
  projects: number
  remark: Remark | null
  words: string | null
  comment: string | null
  shown_at: Date | null
  read_at: Date | null
  sent_at: Date | null
  hash: string | null
  /** The check-in has ended, or moved on. */
  has_left: boolean
}
const columns = `r.community_id, k.name as community, r.id, r.checkin_id, c.person_id, coalesce(s.name, p.name) as name, unit_name(r.organisation_id) as unit,
    r.organisation_id, r.year, r.state, r.minutes, r.tasks, r.homes, r.visits, r.projects, r.remark, r.words, r.comment, r.shown_at, r.read_at,
    r.sent_at, encode(r.hash, 'hex') as hash, c.ended_at is not null as has_left`
const name = `coalesce(s.name, p.name, '已注销')`
const from = `from service_record r join community k on k.id = r.community_id join checkin c on c.community_id = r.community_id and c.id = r.checkin_id
    left join slip s on s.organisation_id = c.organisation_id and s.id = c.slip_id
    left join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id`
export const recordById = query<RecordRow>(
  'serviceRecord.get',
  `select ${columns} ${from} where r.community_id = $1 and r.id = $2`,
)
export const lockRecord = query(
  'serviceRecord.lock',
  'select id from service_record where community_id = $1 and id = $2 for update',
)
export const recordsOf = query<RecordRow>(
  'serviceRecord.list',
  `select ${columns} ${from} where r.community_id = $1 and r.community_id = any ((select my_counters())::uuid[]) and r.year = $2
     and ($3::text is null or r.state = $3) and ($4::text is null or position(lower($4) in lower(${name})) > 0)
     and ($5::text is null or (${name}, r.id) > ($5, $6::uuid)) order by ${name}, r.id limit 21`,
)
const oneYear = `select ${columns} ${from} where r.community_id = $1 and r.community_id = any ((select my_counters())::uuid[]) and r.year = $2`
/** Held, so many at once: ready to be shown. */
export const recordsToShow = query<RecordRow>(
  'serviceRecord.toShow',
  `${oneYear} and r.state = 'drawn' and r.remark is not null order by r.id limit 1000 for update of r`,
)
export const recordsShown = query<RecordRow>(
  'serviceRecord.shown',
  `${oneYear} and r.state = 'shown' order by r.id limit 1000 for update of r`,
)
export const recordsOfMine = query<RecordRow>(
  'serviceRecord.mine',
  `select ${columns} ${from} where c.person_id = (select me()) and r.state <> 'drawn' order by r.year desc, r.id limit 50`,
)
export const recordsOfUnit = query<RecordRow>(
  'serviceRecord.unit',
  `select ${columns} ${from} where r.organisation_id = $1 and r.state = 'sent' and r.year = $2 and ($3::uuid is null or r.id > $3) order by r.id limit $4`,
)
/** Figures for all who were checked in during the year; what was shown or sent stays. */
export const draw = query<{ drawn: number; sent: number }>(
  'serviceRecord.draw',
  `with put as (
     insert into service_record (community_id, checkin_id, organisation_id, year, state, minutes, tasks, homes, visits, projects, drawn_at)
     select c.community_id, c.id, c.organisation_id, $2, 'drawn', y.minutes, y.tasks, y.homes, y.visits, y.projects, $3
     from checkin c cross join lateral year_of_service(c.community_id, c.id, c.organisation_id, make_date($2, 1, 1), make_date($2, 12, 31)) y
     where c.community_id = $1 and c.community_id = any ((select my_counters())::uuid[]) and c.accepted_at is not null
       and day_in_china(c.accepted_at) <= make_date($2, 12, 31) and (c.ended_at is null or day_in_china(c.ended_at) >= make_date($2, 1, 1))
     order by c.id
     on conflict (community_id, checkin_id, year) do update set minutes = excluded.minutes, tasks = excluded.tasks, homes = excluded.homes,
       visits = excluded.visits, projects = excluded.projects, drawn_at = excluded.drawn_at where service_record.state = 'drawn'
     returning 1)
   select (select count(*)::int from put) as drawn,
     (select count(*)::int from service_record where community_id = $1 and year = $2 and state <> 'drawn') as sent`,
)
export const setRemark = query(
  'serviceRecord.remark',
  'update service_record set remark = $3, words = $4 where community_id = $1 and id = $2',
)
export const show = query(
  'serviceRecord.show',
  `update service_record set state = 'shown', shown_at = $3 where community_id = $1 and id = $2`,
)
export const showMany = query(
  'serviceRecord.showMany',
  `update service_record set state = 'shown', shown_at = $3 where community_id = $1 and id = any ($2::uuid[])`,
)
export const sendMany = query(
  'serviceRecord.sendMany',
  `update service_record r set state = 'sent', sent_at = $4, hash = decode(n.hash, 'hex') from unnest($2::uuid[], $3::text[]) n(id, hash)
   where r.community_id = $1 and r.id = n.id`,
)
export const markRead = query(
  'serviceRecord.read',
  'update service_record set read_at = coalesce(read_at, $3), comment = coalesce($4, comment) where community_id = $1 and id = $2',
)
export const send = query(
  'serviceRecord.send',
  `update service_record set state = 'sent', sent_at = $3, hash = decode($4, 'hex') where community_id = $1 and id = $2`,
)
