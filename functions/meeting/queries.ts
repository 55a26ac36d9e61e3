import type { MeetingKind, MeetingState } from '../../shared/meeting/states'
import type { MinutesState } from '../../shared/minutes/states'
import { query } from '../kernel/database'

/** A meeting with what the rules need to know beside it. */
export interface StandingRow {
  community_id: string
  id: string
  compound_id: string | null
  compound: string | null
  series_id: string | null
  series_day: string | null
  kind: MeetingKind
  title: string
  starts_at: Date
  minutes: number
  spot: string
  state: MeetingState
  convener_id: string
  chair_id: string | null
  recorder_id: string | null
  noticed_at: Date | null
  began_at: Date | null
  ended_at: Date | null
  reason: string | null
  invited: boolean
  attended: boolean
  owners: boolean
  minutes_state: MinutesState | null
  notice_days: number | null
  owners_notice_days: number | null
  amend_hours: number | null
  object_days: number | null
}

const columns = `m.community_id, m.id, m.compound_id, p.name as compound, m.series_id, m.series_day::text, m.kind, m.title, m.starts_at, m.minutes,
    m.spot, m.state, m.convener_id, m.chair_id, m.recorder_id, m.noticed_at, m.began_at, m.ended_at, m.reason`
const standing = `select ${columns}, is_invited(m.community_id, m.id) as invited, has_attended(m.community_id, m.id) as attended,
    exists (select 1 from meeting_item i where i.community_id = m.community_id and i.meeting_id = m.id and i.owners) as owners,
    n.state as minutes_state, t.notice_days, t.owners_notice_days, t.amend_hours, t.object_days
  from meeting m
  left join compound p on p.community_id = m.community_id and p.id = m.compound_id
  left join minutes n on n.community_id = m.community_id and n.meeting_id = m.id
  left join meeting_terms t on t.community_id = m.community_id`

/** Held until the step is done, so that two who take one come one after the other. Asked before `standingOf`. */
export const lockMeeting = query<{ id: string }>(
  'meeting.lock',
  'select id from meeting where community_id = $1 and id = $2 for update',
)
/** Whoever signs in, amends or objects may not change the meeting, and need not hold it: their own row decides. */
export const standingOf = query<StandingRow>(
  'meeting.standing',
  `${standing} where m.community_id = $1 and m.id = $2`,
)

/** Not begun and not over first; of a day, of the community or of one compound. */
export const comingMeetings = query<StandingRow>(
  'meeting.coming',
  `${standing} where m.community_id = $1 and ($2::uuid is null or m.compound_id = $2) and m.state in ('planned', 'noticed', 'underWay')
     and ($3::timestamptz is null or (m.starts_at, m.id) > ($3, $4::uuid))
   order by m.starts_at, m.id limit 21`,
)
export const pastMeetings = query<StandingRow>(
  'meeting.past',
  `${standing} where m.community_id = $1 and ($2::uuid is null or m.compound_id = $2) and m.state in ('held', 'notHeld')
     and ($3::timestamptz is null or (m.starts_at, m.id) < ($3, $4::uuid))
   order by m.starts_at desc, m.id desc limit 21`,
)
/** To which the caller is invited, or which they keep, from a moment on; wherever they lie. */
export const myMeetings = query<StandingRow>(
  'meeting.mine',
  `${standing} where m.state in ('noticed', 'underWay') and m.starts_at >= $1
     and (is_invited(m.community_id, m.id) or (select me()) in (m.convener_id, m.chair_id, m.recorder_id))
   order by m.starts_at, m.id limit 20`,
)
/** Of a month: that begin in it, or began in it by their rhythm or before they were moved. */
export const meetingsOfMonth = query<StandingRow & { stood: { from: string; to: string; reason: string }[] }>(
  'meeting.ofMonth',
  `select s.*, coalesce(v.stood, '[]') as stood from (${standing}
     where m.community_id = $1 and ($2::uuid is null or m.compound_id = $2)
       and (m.starts_at >= $3 and m.starts_at < $4 or exists (select 1 from meeting_move v where v.community_id = m.community_id
         and v.meeting_id = m.id and v.from_at >= $3 and v.from_at < $4))) s
   left join lateral (select jsonb_agg(jsonb_build_object('from', v.from_at, 'to', v.to_at, 'reason', v.reason) order by v.at) as stood
     from meeting_move v where v.community_id = s.community_id and v.meeting_id = s.id and v.from_at >= $3 and v.from_at < $4) v on true
   order by s.starts_at, s.id`,
)

export const setMeeting = {
  state: query(
    'meeting.setState',
    `update meeting set state = $3, noticed_at = coalesce($4, noticed_at), began_at = coalesce($5, began_at), ended_at = coalesce($6, ended_at),
       reason = $7 where community_id = $1 and id = $2`,
  ),
  time: query('meeting.setTime', 'update meeting set starts_at = $3 where community_id = $1 and id = $2'),
  arrangements: query(
    'meeting.setArrangements',
    `update meeting set title = coalesce($3, title), spot = coalesce($4, spot), minutes = coalesce($5, minutes), chair_id = coalesce($6, chair_id),
       recorder_id = coalesce($7, recorder_id) where community_id = $1 and id = $2`,
  ),
}
export const howManyInvited = query<{ people: number }>(
  'meeting.howMany',
  'select how_many_invited($1, $2) as people',
)
export const beginMinutes = query(
  'meeting.beginMinutes',
  `insert into minutes (community_id, meeting_id, state, compound_id) select community_id, id, 'draft', compound_id from meeting
   where community_id = $1 and id = $2 on conflict do nothing`,
)
export const carryResolutions = query('meeting.carry', 'select carry_resolutions($1, $2, $3)')

export const officesIn = query<{ person_id: string; name: string; role: string }>(
  'meeting.people',
  'select * from offices_in($1, $2) order by role, name, person_id',
)
/** Who works in the compound, or for the whole community, as far as the caller may know. */
export const organisationsIn = query<{ id: string; name: string }>(
  'meeting.organisations',
  `select distinct o.id, o.name from engagement e join organisation o on o.id = e.organisation_id
   where e.community_id = $1 and ($2::uuid is null or e.compound_id is null or e.compound_id = $2)
     and e.from_day <= $3 and (e.to_day is null or e.to_day >= $3) order by o.name`,
)
export interface TermsRow {
  notice_days: number
  owners_notice_days: number
  amend_hours: number
  object_days: number
}
export const termsOf = query<TermsRow>(
  'meeting.terms',
  'select notice_days, owners_notice_days, amend_hours, object_days from meeting_terms where community_id = $1',
)
export const setTermsOf = query(
  'meeting.setTerms',
  `insert into meeting_terms (community_id, notice_days, owners_notice_days, amend_hours, object_days, set_by, set_at)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (community_id) do update set notice_days = excluded.notice_days, owners_notice_days = excluded.owners_notice_days,
     amend_hours = excluded.amend_hours, object_days = excluded.object_days, set_by = excluded.set_by, set_at = excluded.set_at`,
)
