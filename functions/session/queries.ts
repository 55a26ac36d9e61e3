import { query } from '../kernel/database'

export const demoPersons = query<{ person_id: string; title: string; at_place: string }>(
  'session.demoPersons',
  'select * from demo_persons()',
)
export const openSession = query<{ opened: boolean }>(
  'session.open',
  'select open_session($1, $2, $3, $4, $5, $6, $7) as opened',
)
export const personOfOpenid = query<{ id: string }>(
  'session.personOfOpenid',
  'select person_of_openid($1, $2, $3, $4) as id',
)
export const withinPace = query<{ within: boolean }>(
  'session.pace',
  'select within_pace($1, $2, $3, $4) as within',
)
export const sessionsOf = query<{ id: string; device: string; opened_at: Date; expires_at: Date }>(
  'session.list',
  `select id, device, opened_at, expires_at from session
   where person_id = (select me()) and ended_at is null and expires_at > $1 order by opened_at desc limit 100`,
)
export const sessionToEnd = query<{ id: string }>(
  'session.toEnd',
  'select id from session where id = $1 and person_id = (select me()) and ended_at is null for update',
)
export const endSession = query('session.end', 'update session set ended_at = $2 where id = $1')
