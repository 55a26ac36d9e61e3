import type { MinutesState } from '../../shared/minutes/states'
import type { PartyKind, ResolutionState } from '../../shared/resolution/states'
import type { Category } from '../../shared/whistle/categories'
import { query } from '../kernel/database'

/** A resolution as it stands, with what belongs to it. */
export interface ResolutionRow {
  community_id: string
  id: string
  meeting_id: string
  compound_id: string | null
  item_id: string | null
  words: string
  party_kind: PartyKind
  party_id: string
  party_name: string
  due_on: string
  done_on: string | null
  state: ResolutionState
  published: boolean
  revision: number
  votes_for: number | null
  votes_against: number | null
  votes_abstained: number | null
  changed_by: string
  changed_name: string | null
  /** Null to whoever does not reach the meeting: then the published copy tells of it. */
  meeting_title: string | null
  meeting_day: string | null
  whistle_id: string | null
  whistle_words: string | null
  whistle_category: Category | null
  target_fen: number | null
  share_fen: number | null
  until_day: string | null
  pledged_fen: number | null
  homes: number | null
}
const columns = `r.community_id, r.id, r.meeting_id, r.compound_id, r.item_id, r.words, r.party_kind, r.party_id, r.party_name, r.due_on::text,
    r.done_on::text, r.state, r.published, r.revision, r.votes_for, r.votes_against, r.votes_abstained, r.changed_by,
    (select x.name from person x where x.id = r.changed_by) as changed_name,
    coalesce(m.title, d.doc ->> 'title') as meeting_title, coalesce(day_in_china(m.starts_at), d.day)::text as meeting_day,
    r.whistle_id, left(w.words, 200) as whistle_words, p.category as whistle_category,
    c.target_fen::float8, c.share_fen::float8, c.until_day::text, c.pledged_fen::float8, c.homes`
const faces = `select ${columns} from resolution r
  left join meeting m on m.community_id = r.community_id and m.id = r.meeting_id
  left join minutes_public d on d.community_id = r.community_id and d.meeting_id = r.meeting_id
  left join whistle w on w.community_id = r.community_id and w.id = r.whistle_id
  left join whistle_public p on p.community_id = r.community_id and p.whistle_id = r.whistle_id
  left join pledge_call c on c.community_id = r.community_id and c.resolution_id = r.id`

export const resolutionsOf = query<ResolutionRow>(
  'resolution.ofMeeting',
  `${faces} where r.community_id = $1 and r.meeting_id = $2 order by r.written_at, r.id`,
)
export const resolutionById = query<ResolutionRow>(
  'resolution.get',
  `${faces} where r.community_id = $1 and r.id = $2`,
)
/** Held until the step is done. Asked before what is read of it. */
export const lockResolution = query<{ id: string }>(
  'resolution.lock',
  'select id from resolution where community_id = $1 and id = $2 for update',
)
/** What the rules need to know beside it: who keeps its meeting, and how its minutes stand. */
export interface AroundRow {
  /** Its compound is in the caller's reach, or its work was given to them: who only reads what is published moves nothing. */
  within: boolean
  convener_id: string
  chair_id: string | null
  recorder_id: string | null
  minutes_state: MinutesState
  signed_once: boolean
}
export const aroundResolution = query<AroundRow>(
  'resolution.around',
  `select a.convener_id, a.chair_id, a.recorder_id, a.minutes_state, a.signed_once, coalesce(r.compound_id is null
       or exists (select 1 from compound c where c.community_id = r.community_id and c.id = r.compound_id)
       or r.organisation_id = any ((select my_organisations())::uuid[]), false) as within
   from around_resolution($1, $2) a, resolution r where r.community_id = $1 and r.id = $2`,
)

export interface Tally {
  open: number
  overdue: number
  done: number
  all: number
}
export const countResolutions = query<Tally>(
  'resolution.count',
  `select (count(*) filter (where state = 'open'))::int as open, (count(*) filter (where state = 'open' and due_on < $4::date))::int as overdue,
     (count(*) filter (where state = 'done'))::int as done, count(*)::int as all
   from resolution where community_id = $1 and ($2::uuid is null or compound_id = $2) and ($3::text is null or party_kind = $3)`,
)
const listed = `${faces} where r.community_id = $1 and ($2::uuid is null or r.compound_id = $2) and ($3::text is null or r.party_kind = $3)`
/** What is open by its day, the next first. */
export const openByDue = query<ResolutionRow>(
  'resolution.open',
  `${listed} and r.state = 'open' and ($4::date is null or r.due_on < $4) and ($5::date is null or (r.due_on, r.id) > ($5, $6::uuid))
   order by r.due_on, r.id limit 21`,
)
/** What is done, or all, by its day, the last first. */
export const othersByDue = query<ResolutionRow>(
  'resolution.others',
  `${listed} and ($4::text is null or r.state = $4) and ($5::date is null or (r.due_on, r.id) < ($5, $6::uuid))
   order by r.due_on desc, r.id desc limit 21`,
)

/** What the named party is called, if it is one of this compound (or of the community's). */
export const partyNamed = query<{ name: string; is_building: boolean }>(
  'resolution.party',
  'select name, is_building from party_named($1, $2, $3, $4)',
)
export const countOfMeeting = query<{ resolutions: number }>(
  'resolution.countOf',
  'select count(*)::int as resolutions from resolution where community_id = $1 and meeting_id = $2',
)
export const addResolution = query(
  'resolution.add',
  `insert into resolution (community_id, id, meeting_id, compound_id, series_id, item_id, words, party_kind, party_compound_id, party_building_id,
     organisation_id, party_name, due_on, whistle_id, votes_for, votes_against, votes_abstained, revision, state, written_at, changed_by, changed_at)
   select $1, $2, m.id, m.compound_id, m.series_id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, 'open', $17, $16, $17
   from meeting m where m.community_id = $1 and m.id = $3`,
)
export const changeResolution = query(
  'resolution.change',
  `update resolution set item_id = $4, words = $5, party_kind = $6, party_compound_id = $7, party_building_id = $8, organisation_id = $9,
     party_name = $10, due_on = $11, whistle_id = $12, votes_for = $13, votes_against = $14, votes_abstained = $15, revision = revision + 1,
     changed_by = $16, changed_at = $17 where community_id = $1 and id = $2 and meeting_id = $3`,
)
export const setCall = query(
  'resolution.setCall',
  `insert into pledge_call (community_id, resolution_id, target_fen, share_fen, until_day) values ($1, $2, $3, $4, $5)
   on conflict (community_id, resolution_id) do update set target_fen = excluded.target_fen, share_fen = excluded.share_fen,
     until_day = excluded.until_day
     where (pledge_call.target_fen, pledge_call.share_fen, pledge_call.until_day) is distinct from (excluded.target_fen, excluded.share_fen, excluded.until_day)`,
)
export const dropCall = query(
  'resolution.dropCall',
  'delete from pledge_call where community_id = $1 and resolution_id = $2',
)
export const dropResolution = query(
  'resolution.drop',
  'delete from resolution where community_id = $1 and id = $2',
)
export const setResolutionState = query(
  'resolution.setState',
  'update resolution set state = $3, done_on = $4 where community_id = $1 and id = $2',
)
export const publishResolutions = query(
  'resolution.publish',
  'update resolution set published = true where community_id = $1 and meeting_id = $2',
)

export interface ProgressRow {
  id: string
  at: Date
  kind: 'progress' | 'done' | 'dropped'
  by_party: boolean
  words: string | null
}
export const progressOf = query<ProgressRow>(
  'resolution.progress',
  'select id, at, kind, by_party, words from resolution_progress where community_id = $1 and resolution_id = $2 order by at, id',
)
export interface PhotoRow {
  progress_id: string
  photo_id: string
  file_key: string
  made: boolean
  released: boolean
  open_to_me: boolean
}
export const photosOf = query<PhotoRow>('resolution.photos', 'select * from resolution_photos($1, $2)')
/** Photos of the caller that hang on no other resolution. */
export const evidenceFree = query<{ id: string }>(
  'resolution.evidenceFree',
  `select p.id from photo p where p.community_id = $1 and p.id = any ($2::uuid[]) and p.author_id = (select me()) and p.state <> 'refused'
     and not exists (select 1 from resolution_photo o where o.community_id = p.community_id and o.photo_id = p.id and o.progress_id <> $3)`,
)
// only with the progress as it was sent: under an id that holds something else nothing is added
export const addEvidence = query(
  'resolution.addEvidence',
  `insert into resolution_photo (community_id, photo_id, resolution_id, progress_id, place)
   select $1, photo_id, $2, $3, n from unnest($5::uuid[]) with ordinality given(photo_id, n)
   where exists (select 1 from resolution_progress p where p.community_id = $1 and p.id = $3 and p.sent_hash = $4) on conflict do nothing`,
)
export const progressSent = query<{ sent_hash: Buffer }>(
  'resolution.progressSent',
  'select sent_hash from resolution_progress where community_id = $1 and id = $2',
)
