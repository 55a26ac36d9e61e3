import type { FindingOutcome, FindingState, LookOutcome, PlanKind } from '../../shared/patrol/states'
import type { Category, Urgency } from '../../shared/whistle/categories'
import type { PartyKind, WhistleState } from '../../shared/whistle/states'
import { query } from '../kernel/database'

export interface FindingRow {
  community_id: string
  id: string
  round_id: string
  plan_id: string
  person_id: string
  at: Date
  category: Category
  urgency: Urgency | null
  words: string | null
  place: string
  checkpoint_id: string | null
  compound_id: string
  building_id: string | null
  outcome: FindingOutcome
  state: FindingState
  looks: number
  kind: PlanKind
  grid_id: string | null
  plan_compound: string | null
  organisation_id: string | null
  plan: string
  walker: string | null
  photos: { key: string | null; after: boolean; arrived: boolean }[]
  whistle_state: WhistleState | null
  whistle_mine: boolean
  next_due_at: Date | null
  provisional: boolean | null
  whistle_outcome: string | null
  lead: string | null
  lead_kind: PartyKind | null
  lead_party: string | null
  disputed: boolean
}

/** The name of whoever walked, for those who may know it. */
const walkerOf = (row: string) =>
  `(select w.name from patrol_walkers(${row}.community_id) w where w.person_id = ${row}.person_id limit 1)`
const faces = `select f.community_id, f.id, f.round_id, f.plan_id, f.person_id, f.at, f.category, f.urgency, f.words, f.place, f.checkpoint_id,
    f.compound_id, f.building_id, f.outcome, f.state,
    (select count(*)::int from finding_look l where l.community_id = f.community_id and l.finding_id = f.id and l.plan_id = f.plan_id) as looks,
    p.kind, p.grid_id, p.compound_id as plan_compound, p.organisation_id,
    (select v.name from patrol_version v where v.community_id = f.community_id and v.plan_id = f.plan_id order by v.n desc limit 1) as plan,
    ${walkerOf('f')} as walker,
    coalesce((select jsonb_agg(jsonb_build_object('key', case when x.open_to_me then x.file_key end, 'after', x.after_work, 'arrived', x.arrived))
      from finding_photos(f.community_id, array[f.id]) x), '[]') as photos,
    w.state as whistle_state, coalesce(r.person_id is not null, false) as whistle_mine, w.next_due_at, w.provisional,
    w.outcome as whistle_outcome, d.name as lead, d.kind as lead_kind, d.party_id as lead_party, coalesce(d.state = 'disputed', false) as disputed
  from finding f
  join patrol_plan p on p.community_id = f.community_id and p.id = f.plan_id
  left join whistle w on w.community_id = f.community_id and w.id = f.whistle_id
  left join whistle_reporter r on r.community_id = w.community_id and r.whistle_id = w.id and r.person_id = (select me())
  left join dispatch d on d.community_id = w.community_id and d.whistle_id = w.id and d.lead and d.state in ('current', 'disputed', 'done')`

export const findingById = query<FindingRow>(
  'finding.get',
  `${faces} where f.community_id = $1 and f.id = $2`,
)
export const findingsOfRound = query<FindingRow>(
  'finding.ofRound',
  `${faces} where f.community_id = $1 and f.round_id = $2 order by f.at, f.id`,
)
export const findingsInOrder = query<FindingRow>(
  'finding.list',
  `${faces} where f.community_id = $1 and ($2::text is null or f.state = $2) and ($3::text is null or f.category = $3)
     and ($4::uuid is null or f.plan_id = $4) and ($5::timestamptz is null or (f.at, f.id) < ($5, $6::uuid))
   order by f.at desc, f.id desc limit 21`,
)
/** What is still watched on plans that the caller walks. */
export const watchedOfMine = query<FindingRow>(
  'finding.watchedOfMine',
  `${faces} where f.state = 'watched' and (p.grid_id = any ((select my_grids())::uuid[]) or p.organisation_id = any ((select my_workplaces())::uuid[]))
   order by f.at, f.id`,
)
/** Of a span of days of rounds, for the list behind a number and the spreadsheet. */
export interface FoundRow {
  id: string
  round_id: string
  plan_id: string
  person_id: string
  day: string
  at: Date
  category: Category
  words: string | null
  place: string
  outcome: FindingOutcome
  state: FindingState
}
export const findingsBetween = query<FoundRow>(
  'finding.between',
  `select f.id, f.round_id, f.plan_id, f.person_id, r.day::text, f.at, f.category, left(f.words, 200) as words, f.place, f.outcome, f.state
   from patrol_round r join finding f on f.community_id = r.community_id and f.round_id = r.id
   where r.community_id = $1 and r.day between $2 and $3 and ($4::text is null or f.outcome = $4) order by r.day, f.id`,
)

export interface LookFaceRow {
  id: string
  finding_id: string
  round_id: string
  at: Date
  outcome: LookOutcome
  words: string | null
  walker: string | null
  title_words: string | null
  category: Category | null
}
const looks = `select l.id, l.finding_id, l.round_id, l.at, l.outcome, l.words, ${walkerOf('l')} as walker, f.words as title_words, f.category
  from finding_look l left join finding f on f.community_id = l.community_id and f.id = l.finding_id`
export const looksOfFinding = query<LookFaceRow>(
  'finding.looks',
  `${looks} where l.community_id = $1 and l.finding_id = $2 and l.plan_id = f.plan_id order by l.at, l.id`,
)
export const looksOfRound = query<LookFaceRow>(
  'finding.looksOfRound',
  `${looks} where l.community_id = $1 and l.round_id = $2 order by l.at, l.id`,
)

export interface PhotoRow {
  finding_id: string
  photo_id: string
  look_id: string | null
  after_work: boolean
  file_key: string | null
  arrived: boolean
  open_to_me: boolean
}
export const photosOfFinding = query<PhotoRow>(
  'finding.photos',
  'select * from finding_photos($1, array[$2::uuid])',
)

/** Held, so that of two who whistle at once the second sees the whistle of the first. */
export const lockFinding = query(
  'finding.lock',
  `select pg_advisory_xact_lock(hashtextextended('finding ' || $1, 0))`,
)
export const placeOfFinding = query<{ compound_id: string; building_id: string | null }>(
  'finding.placeNow',
  `select n.compound_id, n.building_id from finding f cross join lateral place_now(f.community_id, f.compound_id, f.building_id) n
   where f.community_id = $1 and f.id = $2`,
)
export const setWhistled = query(
  'finding.setWhistled',
  `update finding set state = 'whistled', whistle_id = id where community_id = $1 and id = $2`,
)
