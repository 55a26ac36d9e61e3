import type { Category, Urgency } from '../../shared/whistle/categories'
import type { ClockUnit } from '../../shared/whistle/clocks'
import type { DispatchState, PartyKind, Source, WhistleState } from '../../shared/whistle/states'
import { query } from '../kernel/database'

export interface WhistleRow {
  community_id: string
  id: string
  compound_id: string
  building_id: string | null
  place: string
  lat: number | null
  lng: number | null
  category: Category
  urgency: Urgency
  source: Source
  words: string | null
  state: WhistleState
  submitted_at: Date
  response_from: Date
  response_due_at: Date
  resolution_from: Date
  resolution_due_at: Date
  response_missed_at: Date | null
  resolution_missed_at: Date | null
  lead_response_missed_at: Date | null
  lead_resolution_missed_at: Date | null
  provisional: boolean
  paused_at: Date | null
  responded_at: Date | null
  resolved_at: Date | null
  outcome: 'solved' | 'half' | 'not' | 'unanswered' | null
  stars: number | null
  followed_up_at: Date | null
  closed_at: Date | null
  reopenings: number
  raised_at: Date | null
  raised_for: 'response' | 'resolution' | 'reopened' | null
  merged_into: string | null
  incident_id: string | null
  joined: number
  next_due_at: Date | null
}

/** A whistle with what the rules need to know beside it. */
export interface StandingRow extends WhistleRow {
  mine: 'first' | 'joined' | null
  lead_id: string | null
  lead_kind: PartyKind | null
  lead_party: string | null
  lead_name: string | null
  lead_state: DispatchState | null
  lead_extended: boolean | null
  lead_resolved_by: string | null
  last_at: Date | null
  last_by: string | null
  /** On whose side. */
  last_side: string | null
  last_name: string | null
}

export const whistleColumns = `w.community_id, w.id, w.compound_id, w.building_id, w.place, w.lat, w.lng, w.category, w.urgency, w.source, w.words,
    w.state, w.submitted_at, w.response_from, w.response_due_at, w.resolution_from, w.resolution_due_at, w.response_missed_at, w.resolution_missed_at,
    w.lead_response_missed_at, w.lead_resolution_missed_at, w.provisional, w.paused_at,
    w.responded_at, w.resolved_at, w.outcome, w.stars, w.followed_up_at, w.closed_at, w.reopenings, w.raised_at, w.raised_for,
    w.merged_into, w.incident_id, w.joined, w.next_due_at`

/** Held until the step is done, so that two who take one come one after the other. Asked before `standingOf`, which then sees what the other did. */
export const lockWhistle = query<{ id: string }>(
  'whistle.lock',
  'select id from whistle where community_id = $1 and id = $2 for update',
)
/** Two at once always in one order, so that nobody waits for ever. */
export const lockBoth = query<{ id: string }>(
  'whistle.lockBoth',
  'select id from whistle where community_id = $1 and id in ($2, $3) order by id for update',
)
export const stateOf = query<{ state: WhistleState; compound_id: string }>(
  'whistle.state',
  'select state, compound_id from whistle where community_id = $1 and id = $2',
)
export const standing = `select ${whistleColumns},
    case when r.first then 'first' when r.person_id is not null then 'joined' end as mine,
    d.id as lead_id, d.kind as lead_kind, coalesce(d.organisation_id, d.compound_id) as lead_party, d.name as lead_name,
    d.state as lead_state, d.extended as lead_extended, d.resolved_by as lead_resolved_by
  from whistle w
  left join whistle_reporter r on r.community_id = w.community_id and r.whistle_id = w.id and r.person_id = (select me())
  left join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state in ('current', 'disputed', 'done')`
export const standingOf = query<StandingRow>(
  'whistle.standing',
  `select s.*, l.at as last_at, l.actor_id as last_by, l.side as last_side, p.name as last_name
   from (${standing} where w.community_id = $1 and w.id = $2) s
   left join lateral (select at, actor_id, after ->> 'by' as side from record where community_id = $1 and subject_id = $2 order by id desc limit 1) l on true
   left join person p on p.id = l.actor_id`,
)

/** When both clocks stood still, in order. */
export const pausesOf = query<{ action: string; at: Date }>(
  'whistle.pauses',
  `select action, at from record where community_id = $1 and subject_id = $2 and action in ('whistle.askedBack', 'whistle.answered', 'whistle.tabled', 'whistle.untabled')
   order by id`,
)

export const calendarEdits = query<{ day: string; works: boolean }>(
  'whistle.calendarDays',
  'select day::text, works from calendar_day where day >= $1::date - 1',
)
export const calendarYears = query<{ year: number }>(
  'whistle.calendarYears',
  'select year from calendar_year',
)
export interface ClockRow {
  category: Category
  urgency: Urgency
  response_amount: number
  response_unit: ClockUnit
  resolution_amount: number
  resolution_unit: ClockUnit
}
/** Through the function: a resident who whistles does not reach the settings of the community. */
export const clocksOf = query<ClockRow>('whistle.clocksOf', 'select * from whistle_clocks($1)')

/** Through a function, as the clocks are; nothing where the house's holds. */
export const quotaOf = query<{ a_day: number; alike_a_day: number }>(
  'whistle.quotaOf',
  'select * from whistle_quota_of($1)',
)

export const spotOf = query<{ compound: string; building: string | null; entrance: string | null }>(
  'whistle.spot',
  'select * from whistle_spot($1, $2, $3, $4)',
)
/** Whoever whistles does so once at a time, so that the quotas count what was sent at the same moment. */
export const lockMyWhistling = query(
  'whistle.lockMine',
  `select pg_advisory_xact_lock(hashtextextended('whistles of ' || (select me()), 0))`,
)
/** What the caller whistled today, to hold against the quotas. */
export const myWhistlesSince = query<{
  id: string
  compound_id: string
  category: Category
  pieces: string[]
}>(
  'whistle.mineSince',
  `select w.id, w.compound_id, w.category, w.pieces from whistle_reporter r
   join whistle w on w.community_id = r.community_id and w.id = r.whistle_id
   where r.person_id = (select me()) and r.first and r.at >= $1`,
)
/** Property companies for which the caller works in this community today. */
export const myPropertyCompanies = query<{ id: string }>(
  'whistle.myPropertyCompanies',
  `select o.id from organisation o where o.kind = 'property' and o.id = any ((select my_workplaces())::uuid[])
     and exists (select 1 from engagement e where e.organisation_id = o.id and e.community_id = $1
       and e.from_day <= $2 and (e.to_day is null or e.to_day >= $2))`,
)
/** Photos of the caller that have arrived and hang on no other whistle; for a step, on none at all. */
export const freePhotos = query<{ id: string }>(
  'whistle.freePhotos',
  `select p.id from photo p where p.community_id = $1 and p.id = any ($2::uuid[]) and p.author_id = (select me()) and p.state = 'ready'
     and not exists (select 1 from whistle_photo o where o.community_id = p.community_id and o.photo_id = p.id and ($3::uuid is null or o.whistle_id <> $3))`,
)
export const addReporter = query(
  'whistle.addReporter',
  `insert into whistle_reporter (community_id, whistle_id, person_id, at, first, anonymous) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
)
/** What was sent under this id before, if the caller may see it. */
export const sentBefore = query<
  Pick<WhistleRow, 'state' | 'response_due_at' | 'resolution_due_at' | 'provisional'> & { sent_hash: Buffer }
>(
  'whistle.sentBefore',
  `select state, response_due_at, resolution_due_at, provisional, sent_hash from whistle where community_id = $1 and id = $2`,
)
/** A report whole: the row, its reporter or the caller written down, its photos, its line on the record. */
export const addWhistle = query<{ outcome: 'added' | 'same' | 'taken' }>(
  'whistle.add',
  'select add_whistle($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as outcome',
)
export const mergeReporters = query('whistle.mergeReporters', 'select merge_reporters($1, $2, $3, $4)')
export const addPhotos = query(
  'whistle.addPhotos',
  `insert into whistle_photo (community_id, photo_id, whistle_id, entry_id, after_work, place)
   select $1, photo_id, $2, $3, $4, n from unnest($5::uuid[]) with ordinality given(photo_id, n)`,
)
export const addNote = query(
  'whistle.addNote',
  'insert into whistle_note (community_id, entry_id, whistle_id, person_id, words) values ($1, $2, $3, $4, $5)',
)
export const whistleToJoin = query<{
  id: string
  compound_id: string
  building_id: string | null
  state: WhistleState
  joined: number
  mine: boolean
}>('whistle.toJoin', 'select * from whistle_to_join($1, $2)')
