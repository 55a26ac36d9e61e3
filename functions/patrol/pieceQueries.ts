import type { FindingOutcome, FindingState, LookOutcome, PlanKind } from '../../shared/patrol/states'
import type { Category, Urgency } from '../../shared/whistle/categories'
import { query } from '../kernel/database'
import type { StopRow } from './queries'

/** Two phones that send the same round come one after the other, and so do two rounds that tell of one finding: always in one order. */
export const lockRound = query(
  'round.lock',
  `select pg_advisory_xact_lock(hashtextextended('round ' || $1, 0))`,
)
export const lockFindings = query(
  'round.lockFindings',
  `select pg_advisory_xact_lock(hashtextextended('finding ' || id, 0)) from (select distinct unnest($1::uuid[]) as id order by 1) f`,
)

export interface WalkedRow {
  community_id: string
  plan_id: string
  kind: PlanKind
  grid_id: string | null
  compound_id: string | null
  organisation_id: string | null
  from_day: string
  walker_ids: string[]
}
export const versionWalked = query<WalkedRow>(
  'round.version',
  `select p.community_id, p.id as plan_id, p.kind, p.grid_id, p.compound_id, p.organisation_id, v.from_day::text, v.walker_ids
   from patrol_plan p join patrol_version v on v.community_id = p.community_id and v.plan_id = p.id
   where p.community_id = $1 and p.id = $2 and v.id = $3`,
)

/** Where something lies today, for a whistle that is made from it. */
interface Now {
  now_compound: string | null
  now_building: string | null
  now_place: string | null
}
const now = `n.compound_id as now_compound, n.building_id as now_building, concat_ws(' ', n.compound, n.building) as now_place`

/** Checkpoints of a version; where one lies today is looked up where something was found. */
export const stopsWalked = query<StopRow & Now>(
  'round.stops',
  `select s.community_id, s.version_id, s.checkpoint_id, s.name, s.place, s.compound_id, s.building_id, s.lat, s.lng, s.watch_for, k.code, ${now}
   from patrol_stop s join checkpoint k on k.community_id = s.community_id and k.id = s.checkpoint_id
   left join lateral (select * from place_now(s.community_id, s.compound_id, s.building_id) where s.checkpoint_id = any ($3::uuid[])) n on true
   where s.community_id = $1 and s.version_id = $2`,
)
export const placesNow = query<Now & { n: number }>(
  'round.places',
  `select g.n::int, ${now} from unnest($2::uuid[], $3::uuid[]) with ordinality g(compound_id, building_id, n)
   left join lateral place_now($1, g.compound_id, g.building_id) n on true order by g.n`,
)

export interface RoundRow {
  plan_id: string
  version_id: string
  person_id: string
  day: string
  started_at: Date
  clock_ahead: number
  finished_at: Date | null
  told_ticks: number | null
  told_findings: number | null
  told_looks: number | null
  told_notes: number | null
  ticks: number
  findings: number
  looks: number
  notes: number
  missed: string[]
}
export const roundThere = query<RoundRow>(
  'round.there',
  `select plan_id, version_id, person_id, day::text, started_at, clock_ahead, finished_at, told_ticks, told_findings, told_looks,
     told_notes, ticks, findings, looks, notes, missed from patrol_round where community_id = $1 and id = $2`,
)
/** What of a piece has arrived before. */
export const itemsThere = query<{
  kind: 'ticks' | 'findings' | 'looks' | 'notes'
  id: string
  sent_hash: Buffer
}>(
  'round.itemsThere',
  `select 'ticks' as kind, id, sent_hash from round_tick where community_id = $1 and id = any ($2::uuid[])
   union all select 'findings', id, sent_hash from finding where community_id = $1 and id = any ($3::uuid[])
   union all select 'looks', id, sent_hash from finding_look where community_id = $1 and id = any ($4::uuid[])
   union all select 'notes', id, sent_hash from round_note where community_id = $1 and id = any ($5::uuid[])`,
)

export interface FoundRow extends Now {
  id: string
  plan_id: string
  outcome: FindingOutcome
  state: FindingState
  category: Category
  urgency: Urgency | null
  words: string | null
  place: string
  whistle_id: string | null
}
/** Findings that are looked at, as they stand. */
export const findingsLookedAt = query<FoundRow>(
  'round.findings',
  `select f.id, f.plan_id, f.outcome, f.state, f.category, f.urgency, f.words, f.place, f.whistle_id, ${now}
   from finding f left join lateral place_now(f.community_id, f.compound_id, f.building_id) n on true
   where f.community_id = $1 and f.id = any ($2::uuid[])`,
)
export interface LookRow {
  id: string
  finding_id: string
  plan_id: string
  at: Date
  outcome: LookOutcome
}
/** Every look at them that there was, also of those that have not arrived themselves. */
export const looksAt = query<LookRow>(
  'round.looksAt',
  'select id, finding_id, plan_id, at, outcome from finding_look where community_id = $1 and finding_id = any ($2::uuid[])',
)

export const addRound = query(
  'round.add',
  `insert into patrol_round (community_id, id, plan_id, version_id, person_id, day, started_at, received_at, clock_ahead, missed)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}')`,
)
export const addTicks = query(
  'round.addTicks',
  `insert into round_tick (community_id, id, round_id, version_id, checkpoint_id, at, received_at, clock_ahead, way, reason, lat, lng,
     within, metres_away, sent_hash)
   select $1, t.id, $2, $3, t.checkpoint_id, t.at, $4, $5, t.way, t.reason, t.lat, t.lng, t.within, t.metres_away, decode(t.hash, 'hex')
   from jsonb_to_recordset($6) as t(id uuid, checkpoint_id uuid, at timestamptz, way text, reason text, lat double precision,
     lng double precision, within double precision, metres_away integer, hash text)`,
)
export const addNotes = query(
  'round.addNotes',
  `insert into round_note (community_id, id, round_id, person_id, at, received_at, words, sent_hash)
   select $1, n.id, $2, $3, n.at, $4, n.words, decode(n.hash, 'hex')
   from jsonb_to_recordset($5) as n(id uuid, at timestamptz, words text, hash text)`,
)
export const addFindings = query(
  'round.addFindings',
  `insert into finding (community_id, id, round_id, plan_id, version_id, person_id, at, received_at, clock_ahead, category, words,
     checkpoint_id, compound_id, building_id, place, urgency, outcome, state, whistle_id, sent_hash)
   select $1, f.id, $2, $3, $4, $5, f.at, $6, $7, f.category, f.words, f.checkpoint_id, f.compound_id, f.building_id, f.place, f.urgency,
     f.outcome, f.state, f.whistle_id, decode(f.hash, 'hex')
   from jsonb_to_recordset($8) as f(id uuid, at timestamptz, category text, words text, checkpoint_id uuid, compound_id uuid,
     building_id uuid, place text, urgency text, outcome text, state text, whistle_id uuid, hash text)`,
)
export const addLooks = query(
  'round.addLooks',
  `insert into finding_look (community_id, id, finding_id, round_id, plan_id, person_id, at, received_at, clock_ahead, outcome, words,
     sent_hash)
   select $1, l.id, l.finding_id, $2, $3, $4, l.at, $5, $6, l.outcome, l.words, decode(l.hash, 'hex')
   from jsonb_to_recordset($7) as l(id uuid, finding_id uuid, at timestamptz, outcome text, words text, hash text)`,
)
export const addPhotos = query(
  'round.addPhotos',
  `insert into finding_photo (community_id, finding_id, photo_id, look_id, after_work, place, person_id)
   select $1, p.finding_id, p.photo_id, p.look_id, p.after_work, p.place, $2
   from jsonb_to_recordset($3) as p(finding_id uuid, photo_id uuid, look_id uuid, after_work boolean, place integer)
   on conflict do nothing`,
)
export const settleFindings = query(
  'round.settle',
  `update finding f set state = s.state, whistle_id = s.whistle_id
   from jsonb_to_recordset($2) as s(id uuid, state text, whistle_id uuid) where f.community_id = $1 and f.id = s.id`,
)
/** Counts what is there now; nothing is added up. */
export const countRound = query(
  'round.count',
  `update patrol_round r set
     ticks = (select count(*) from round_tick t where t.community_id = r.community_id and t.round_id = r.id),
     findings = f.all, fixed = f.fixed, whistled = f.whistled,
     looks = (select count(*) from finding_look l where l.community_id = r.community_id and l.round_id = r.id),
     notes = (select count(*) from round_note n where n.community_id = r.community_id and n.round_id = r.id),
     missed = array(select s.checkpoint_id from patrol_stop s where s.community_id = r.community_id and s.version_id = r.version_id
       and not exists (select 1 from round_tick t where t.community_id = r.community_id and t.round_id = r.id
         and t.checkpoint_id = s.checkpoint_id) order by s.n),
     clock_ahead = case when abs($3::integer) > abs(r.clock_ahead) then $3 else r.clock_ahead end,
     finished_at = coalesce(r.finished_at, $4), told_ticks = coalesce(r.told_ticks, $5), told_findings = coalesce(r.told_findings, $6),
     told_looks = coalesce(r.told_looks, $7), told_notes = coalesce(r.told_notes, $8)
   from (select count(*) as all, count(*) filter (where outcome = 'fixed') as fixed, count(*) filter (where outcome = 'whistled') as whistled
     from finding where community_id = $1 and round_id = $2) f
   where r.community_id = $1 and r.id = $2`,
)
export const whistleFinding = query('finding.whistle', 'select whistle_finding($1, $2, $3, $4, $5, $6)')
/** Lines of the record, many at once. */
export const noteMany = query(
  'round.note',
  `insert into record (community_id, id, at, actor_id, actor_role, action, subject_kind, subject_id, before, after)
   select $1, e.id, $2, $3, $4, e.action, 'finding', e.subject_id, e.before, e.after
   from jsonb_to_recordset($5) as e(id uuid, action text, subject_id uuid, before jsonb, after jsonb)`,
)
