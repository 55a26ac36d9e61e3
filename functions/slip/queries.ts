import type { SlipStand } from '../../shared/slip/states'
import { query } from '../kernel/database'

/** How a slip stands on a day ($1): by its own dates, then by the last check-in that it led to. */
const standOf = (today: string) => `case
    when s.voided_at is not null then 'voided'
    when s.used_at is null then case when s.expires_day < ${today}::date then 'expired' else 'waiting' end
    when c.state in ('transferred', 'withdrawn') or c.state is null then 'ended'
    else c.state end`
const last = `left join lateral (select c.state, c.community_id from checkin c where c.slip_id = s.id
    order by c.ended_at is not null, c.presented_at desc limit 1) c on true`

export interface SlipRow {
  organisation_id: string
  id: string
  number: string
  name: string | null
  phone_cipher: Buffer | null
  expires: string
  issued_at: Date
  used: boolean
  voided: boolean
  stand: SlipStand
  community: string | null
  unit: string
}
const slips = (
  today: string,
) => `select s.organisation_id, s.id, s.number, s.name, s.phone_cipher, s.expires_day::text as expires, s.issued_at,
    s.used_at is not null as used, s.voided_at is not null as voided, ${standOf(today)} as stand, k.name as community,
    unit_name(s.organisation_id) as unit
  from slip s ${last} left join community k on k.id = c.community_id`

export const slipById = query<SlipRow>(
  'slip.get',
  `${slips('$3')} where s.organisation_id = $1 and s.id = $2`,
)
export const slipForUpdate = query<SlipRow>(
  'slip.forUpdate',
  `${slips('$3')} where s.organisation_id = $1 and s.id = $2 for update of s`,
)
export const slipsOf = query<SlipRow>(
  'slip.list',
  `select * from (${slips('$2')} where s.organisation_id = $1
     and ($3::text is null or s.name like '%' || $3 || '%' or s.number like $3 || '%')) s
   where ($4::text is null or s.stand = $4) and ($5::timestamptz is null or (s.issued_at, s.id) < ($5, $6::uuid))
   order by s.issued_at desc, s.id desc limit 21`,
)
export const voidSlip = query(
  'slip.void',
  'update slip set voided_at = $3 where organisation_id = $1 and id = $2 and used_at is null',
)
/** Those that expired unused make room for new ones of the same people. */
export const voidExpired = query(
  'slip.voidExpired',
  `update slip s set voided_at = $3 from unnest($4::text[], $5::bytea[]) n(name, phone_index)
   where s.organisation_id = $1 and s.used_at is null and s.voided_at is null and s.expires_day < $2::date
     and s.name = n.name and s.phone_index is not distinct from n.phone_index`,
)
/** Slips of one name that are good: they wait, or led to a check-in that has not ended. */
const good = `s.voided_at is null and (case when s.used_at is null then s.expires_day >= $2::date
    else not exists (select 1 from checkin c where c.slip_id = s.id and c.state = 'ended') end)`
export const goodSlips = query<{ name: string; phone: string | null; id: string }>(
  'slip.good',
  `select s.name, encode(s.phone_index, 'hex') as phone, s.id from slip s
   where s.organisation_id = $1 and s.name is not null and ${good} and ($3::text is null or s.name = $3)`,
)

export interface UnitRow {
  id: string
  name: string
  stands: Partial<Record<SlipStand, number>> | null
  to_confirm: number
  slow: number
}
export const unitsOfMine = query<UnitRow>(
  'slip.units',
  `select u.id, unit_name(u.id) as name,
     (select jsonb_object_agg(stand, n) from (select ${standOf('$1')} as stand, count(*)::int as n from slip s ${last}
       where s.organisation_id = u.id group by 1) x) as stands,
     (select count(*)::int from checkin c where c.organisation_id = u.id and c.state = 'accepted') as to_confirm,
     (select count(*)::int from slip s where s.organisation_id = u.id and s.used_at is null and s.voided_at is null
       and s.expires_day >= $1::date and s.issued_at < $2) as slow
   from unnest((select my_units())::uuid[]) u(id) order by 2`,
)
export const unitOfMine = query<{ id: string; name: string }>(
  'slip.unit',
  'select u.id, unit_name(u.id) as name from unnest((select my_units())::uuid[]) u(id) where u.id = $1',
)

export interface RosterRow {
  organisation_id: string
  id: string
  file_name: string
  file_key: string
  expires: string
  state: 'opened' | 'checking' | 'ready' | 'refused' | 'imported'
  lines: number
  checked: number
  bad: number
  adds: { slips: number; same: number } | null
}
const rosters = `select organisation_id, id, file_name, file_key, expires_day::text as expires, state, lines, checked, bad, adds
  from slip_roster where organisation_id = $1 and id = $2`
export const rosterById = query<RosterRow>('roster.get', rosters)
export const rosterForUpdate = query<RosterRow>('roster.forUpdate', `${rosters} for update`)
export const setRoster = query(
  'roster.set',
  `update slip_roster set state = $3, lines = $4, checked = $5, bad = $6, adds = $7,
     imported_at = case when $3 = 'imported' then $8::timestamptz end where organisation_id = $1 and id = $2`,
)
export const stageLines = query(
  'roster.stage',
  `insert into slip_roster_line (organisation_id, roster_id, line, name, phone_cipher, phone_index)
   select $1, $2, * from unnest($3::int[], $4::text[], $5::bytea[], $6::bytea[])`,
)
export const stageProblems = query(
  'roster.stageProblems',
  'insert into slip_roster_line (organisation_id, roster_id, line, problems) select $1, $2, * from unnest($3::int[], $4::jsonb[])',
)
export const dropLines = query(
  'roster.dropLines',
  'delete from slip_roster_line where organisation_id = $1 and roster_id = $2 and line = any ($3::int[])',
)
export const dropGoodLines = query(
  'roster.dropGood',
  'delete from slip_roster_line where organisation_id = $1 and roster_id = $2 and problems is null',
)
export const goodLines = query<{ line: number; name: string; phone: string | null }>(
  'roster.lines',
  `select line, name, encode(phone_index, 'hex') as phone from slip_roster_line
   where organisation_id = $1 and roster_id = $2 and problems is null order by line`,
)
export const problemsOf = query<{ line: number; problems: { field: string; reason: string }[] }>(
  'roster.problems',
  'select line, problems from slip_roster_line where organisation_id = $1 and roster_id = $2 and problems is not null order by line',
)
/** A slip for each of these lines. */
export const issueLines = query(
  'roster.issue',
  `insert into slip (organisation_id, id, number, name, phone_cipher, phone_index, expires_day, issued_by, issued_at, roster_id)
   select $1, n.id, n.number, l.name, l.phone_cipher, l.phone_index, $3::date, $4, $5, $2
   from unnest($6::int[], $7::uuid[], $8::text[]) n(line, id, number)
   join slip_roster_line l on l.organisation_id = $1 and l.roster_id = $2 and l.line = n.line`,
)
export const voidExpiredOfRoster = query(
  'roster.voidExpired',
  `update slip s set voided_at = $4 from slip_roster_line l where l.organisation_id = $1 and l.roster_id = $2 and l.problems is null
     and s.organisation_id = $1 and s.used_at is null and s.voided_at is null and s.expires_day < $3::date
     and s.name = l.name and s.phone_index is not distinct from l.phone_index`,
)
