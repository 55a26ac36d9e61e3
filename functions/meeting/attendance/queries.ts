import type { PresentAs } from '../../../shared/meeting/states'
import { query } from '../../kernel/database'

export interface PresenceRow {
  people: number
  homes: number
  homes_of: number
  area: number
  area_of: number
}
export const presenceOf = query<PresenceRow>(
  'attendance.presence',
  'select people, homes, homes_of, area::float8, area_of::float8 from presence_of($1, $2)',
)
export const showPresence = (row: PresenceRow | undefined) => ({
  people: row?.people ?? 0,
  homes: { present: row?.homes ?? 0, of: row?.homes_of ?? 0 },
  areaCentiares: { present: row?.area ?? 0, of: row?.area_of ?? 0 },
})

/** Homes of the caller that lie in the circle, and as what they live there. */
export const myHomesInCircle = query<{ home_id: string; label: string; kind: 'owner' | 'tenant' }>(
  'attendance.myHomes',
  `select h.home_id, h.label, min(t.kind) as kind from circle_homes($1, $2) h
   join home_tie t on t.community_id = $1 and t.home_id = h.home_id and t.person_id = (select me())
     and t.from_day <= my_day() and (t.to_day is null or t.to_day >= my_day())
   where h.home_id = any ((select my_homes())::uuid[]) group by h.home_id, h.label, h.sort_key order by h.sort_key`,
)
export const mySignIn = query<{ id: string }>(
  'attendance.mine',
  'select id from meeting_attendance where community_id = $1 and meeting_id = $2 and person_id = (select me())',
)
export const signInById = query<{ id: string; meeting_id: string }>(
  'attendance.get',
  'select id, meeting_id from meeting_attendance where community_id = $1 and meeting_id = $2 and id = $3',
)
/** A home of the circle, and whether somebody of it is there already. */
export const homeInCircle = query<{ home_id: string; here: string | null }>(
  'attendance.home',
  `select h.home_id, (select a.attendance_id from attendance_home a where a.community_id = $1 and a.meeting_id = $2 and a.home_id = h.home_id
     order by a.by_recorder desc limit 1) as here
   from circle_homes($1, $2) h where h.home_id = $3`,
)
// only with the sign-in as it was sent: under an id that is somebody else's nothing is added
export const addHomes = query(
  'attendance.addHomes',
  `insert into attendance_home (community_id, attendance_id, home_id, meeting_id, present_as, by_recorder)
   select $1, $3, h.id, $2, h.present_as, $6 from unnest($4::uuid[], $5::text[]) h(id, present_as)
   where exists (select 1 from meeting_attendance a where a.community_id = $1 and a.meeting_id = $2 and a.id = $3
     and coalesce(a.written_by, a.person_id) = (select me()))
   on conflict (community_id, attendance_id, home_id) do nothing`,
)
export const dropSignIn = query(
  'attendance.drop',
  'delete from meeting_attendance where community_id = $1 and meeting_id = $2 and id = $3',
)
export const homesToTick = query<{
  home_id: string
  label: string
  area_centiares: number
  present: boolean
}>(
  'attendance.homes',
  `select h.home_id, h.label, h.area_centiares, exists (select 1 from attendance_home a where a.community_id = $1 and a.meeting_id = $2
     and a.home_id = h.home_id) as present
   from circle_homes($1, $2) h order by h.sort_key, h.home_id`,
)
export interface PresentRow {
  id: string
  at: Date
  name: string | null
  present_as: PresentAs
  person: string | null
  written: boolean
  homes: string[]
}
/** Who has signed in; empty for whoever does not keep the meeting. */
export const presentAt = query<PresentRow>(
  'attendance.present',
  `select a.id, a.at, a.name, a.present_as, p.name as person, a.written_by is not null as written,
     array(select h.label from attendance_home o join home h on h.community_id = o.community_id and h.id = o.home_id
       where o.community_id = a.community_id and o.attendance_id = a.id order by h.sort_key) as homes
   from meeting_attendance a left join person p on p.id = a.person_id
   where a.community_id = $1 and a.meeting_id = $2 and keeps_meeting($1, $2) order by a.at, a.id`,
)
