import type { Category } from '../../shared/whistle/categories'
import type { WhistleState } from '../../shared/whistle/states'
import { query } from '../kernel/database'

export interface IncidentRow {
  community_id: string
  id: string
  compound_id: string
  compound: string
  title: string
  category: Category
  from_at: Date
  until_at: Date | null
  words: string
  opened_at: Date
  ended_at: Date | null
  whistles: number
  building_ids: string[]
  buildings: string[]
  answer_id: string | null
  answer_words: string | null
  answered_at: Date | null
  candidates: number
}

/** Whistles that may belong to incident `i`: of its place, kind and time, open and on none. */
const alone = `whistle w where w.community_id = i.community_id and w.compound_id = i.compound_id and w.category = i.category
    and w.incident_id is null and w.submitted_at >= i.from_at
    and w.state in ('submitted', 'needsInfo', 'accepted', 'dispatched', 'responded', 'reopened', 'tabled')
    and (w.building_id is null or w.building_id = any (b.ids) or cardinality(b.ids) = 0)`

const faces = `select i.community_id, i.id, i.compound_id, p.name as compound, i.title, i.category, i.from_at, i.until_at, i.words,
    i.opened_at, i.ended_at, i.whistles, b.ids as building_ids, b.names as buildings,
    a.id as answer_id, a.words as answer_words, a.at as answered_at,
    case when i.ended_at is null then (select count(*)::int from ${alone}) else 0 end as candidates
  from incident i
  join compound p on p.community_id = i.community_id and p.id = i.compound_id
  cross join lateral (select coalesce(array_agg(x.id order by x.sort_key), '{}') as ids, coalesce(array_agg(x.name order by x.sort_key), '{}') as names
    from incident_building o join building x on x.community_id = o.community_id and x.id = o.building_id
    where o.community_id = i.community_id and o.incident_id = i.id) b
  left join lateral (select id, words, at from incident_answer o where o.community_id = i.community_id and o.incident_id = i.id
    order by at desc, id desc limit 1) a on true`

export const incidentsOf = query<IncidentRow>(
  'incident.list',
  `${faces} where i.community_id = $1 and ($2::uuid is null or i.compound_id = $2) and ($3 or i.ended_at is null)
     and ($4::timestamptz is null or (i.from_at, i.id) < ($4, $5::uuid))
   order by i.from_at desc, i.id desc limit 21`,
)
export const incidentById = query<IncidentRow>(
  'incident.get',
  `${faces} where i.community_id = $1 and i.id = $2`,
)

export interface WhistleOn {
  id: string
  words: string | null
  category: Category
  place: string
  state: WhistleState
  submitted_at: Date
  joined: number
}
const whistleFace = 'w.id, w.words, w.category, w.place, w.state, w.submitted_at, w.joined'
export const shownAtMost = 200

export const whistlesOn = query<WhistleOn>(
  'incident.on',
  `select ${whistleFace} from whistle w where w.community_id = $1 and w.incident_id = $2 order by w.submitted_at desc, w.id desc limit ${shownAtMost}`,
)
export const whistlesAlone = query<WhistleOn>(
  'incident.alone',
  `select ${whistleFace} from incident i
   cross join lateral (select coalesce(array_agg(o.building_id), '{}') as ids from incident_building o
     where o.community_id = i.community_id and o.incident_id = i.id) b
   cross join lateral (select w.* from ${alone} order by w.submitted_at desc, w.id desc limit ${shownAtMost}) w
   where i.community_id = $1 and i.id = $2 and i.ended_at is null
   order by w.submitted_at desc, w.id desc`,
)
export const answersOf = query<{ id: string; words: string; at: Date }>(
  'incident.answers',
  'select id, words, at from incident_answer where community_id = $1 and incident_id = $2 order by at desc, id desc',
)
export const reachesOf = query<{ people: number; callers: number }>(
  'incident.reaches',
  'select * from incident_reaches($1, $2)',
)

/** Held until the step is done. Asked before all that has to see what another did meanwhile. */
export const lockIncident = query<{ id: string }>(
  'incident.lock',
  'select id from incident where community_id = $1 and id = $2 for update',
)
export interface IncidentStanding {
  id: string
  compound_id: string
  words: string
  ended_at: Date | null
  /** What whoever comes onto it is told: the last answer, or what is known. */
  told: string
}
export const incidentStanding = query<IncidentStanding>(
  'incident.standing',
  `select i.id, i.compound_id, i.words, i.ended_at, coalesce((select a.words from incident_answer a
     where a.community_id = i.community_id and a.incident_id = i.id order by a.at desc, a.id desc limit 1), i.words) as told
   from incident i where i.community_id = $1 and i.id = $2`,
)
export interface WhistleStanding {
  id: string
  compound_id: string
  state: WhistleState
  incident_id: string | null
}
/** Always in one order, so that two who take the same ones wait for each other instead of for ever. */
export const whistlesForUpdate = query<WhistleStanding>(
  'incident.whistlesForUpdate',
  `select id, compound_id, state, incident_id from whistle where community_id = $1 and id = any ($2::uuid[]) order by id for update`,
)
// whoever's whistle is over has heard how it ended
export const whistlesStillOn = query<{ id: string }>(
  'incident.stillOn',
  `select id from whistle where community_id = $1 and incident_id = $2 and state not in ('closed', 'rejected', 'merged', 'withdrawn') order by id`,
)
export const spotOf = query<{ compound: boolean; buildings: number }>(
  'incident.spot',
  `select exists (select 1 from compound where community_id = $1 and id = $2 and to_day is null) as compound,
     (select count(*)::int from building where community_id = $1 and compound_id = $2 and id = any ($3::uuid[])) as buildings`,
)
export const addBuildings = query(
  'incident.addBuildings',
  'insert into incident_building (community_id, incident_id, building_id) select distinct $1::uuid, $2::uuid, b from unnest($3::uuid[]) b',
)
export const setIncident = query(
  'incident.set',
  'update whistle set incident_id = $2 where community_id = $1 and id = any ($3::uuid[])',
)
export const endOf = query(
  'incident.end',
  'update incident set ended_at = $3 where community_id = $1 and id = $2 and ended_at is null',
)
/** One line with the same words in each timeline, in one statement however many there are; in the order in which they are given. */
export const tellWhistles = query(
  'incident.tell',
  `with told as (insert into record (community_id, id, at, actor_id, actor_role, action, subject_kind, subject_id, after)
     select $1, entry_id, $2, (select me()), $3, $4, 'whistle', whistle_id, $5
     from unnest($7::uuid[], $8::uuid[]) with ordinality n(whistle_id, entry_id, place) order by place
     returning id, subject_id)
   insert into whistle_note (community_id, entry_id, whistle_id, person_id, words)
   select $1, id, subject_id, (select me()), $6 from told`,
)
