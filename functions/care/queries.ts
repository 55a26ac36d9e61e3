import type { CareEndReason, VisitNeed, VisitOutcome } from '../../shared/care/states'
import { query } from '../kernel/database'

// shops and others are nobody's to look after
const cared = `h.kind = 'dwelling'`
/** Where nobody lives any more, by the tie that ended with it. */
const empty = `left join care_link gone on gone.community_id = h.community_id and gone.home_id = h.id and gone.reason = 'homeEmpty' and gone.lived_in_day is null`
const counter = `= any ((select my_counters())::uuid[])`

export interface BuildingRow {
  id: string
  compound_id: string
  compound: string
  name: string
  homes: number
  covered: number
  visited: number
  empty: number
}
/** Coverage by building of homes that somebody lives in, in the order in which they stand; visited from a day on, by whomever. */
export const buildingsOf = query<BuildingRow>(
  'care.buildings',
  `select b.id, b.compound_id, p.name as compound, b.name, count(h.id) filter (where gone.id is null)::int as homes,
     count(l.id)::int as covered, count(v.home_id) filter (where gone.id is null)::int as visited, count(gone.id)::int as empty
   from building b join compound p on p.community_id = b.community_id and p.id = b.compound_id
   join home h on h.community_id = b.community_id and h.building_id = b.id and ${cared}
   left join care_link l on l.community_id = h.community_id and l.home_id = h.id and l.to_day is null
   ${empty}
   left join (select distinct o.home_id from care_link o join care_visit v on v.community_id = o.community_id and v.link_id = o.id
     where o.community_id = $1 and v.day >= $2::date) v on v.home_id = h.id
   where b.community_id = $1 and b.community_id ${counter} group by b.id, b.compound_id, p.name, b.name, b.sort_key order by p.name, b.compound_id, b.sort_key, b.id`,
)
export interface CarerRow {
  checkin_id: string
  name: string | null
  building_id: string | null
  building: string | null
  on_committee: boolean
  homes: number
  visits: number
}
const carers = `select c.id as checkin_id, p.name, p.building_id, b.name as building, on_committee(c.community_id, c.person_id) as on_committee,
    (select count(*)::int from care_link l where l.community_id = c.community_id and l.checkin_id = c.id and l.to_day is null) as homes,
    (select count(*)::int from care_link l join care_visit v on v.community_id = l.community_id and v.link_id = l.id
      where l.community_id = c.community_id and l.checkin_id = c.id) as visits
  from checkin c left join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
  left join building b on b.community_id = p.community_id and b.id = p.building_id
  where c.community_id = $1 and c.community_id ${counter} and c.state in ('accepted', 'confirmed')`
export const membersOf = query<CarerRow>(
  'care.members',
  `select * from (${carers}) m where $2::int is null or (m.homes, m.checkin_id) > ($2, $3::uuid) order by m.homes, m.checkin_id limit 21`,
)
/** All who could look after a home, with what they carry: only what the proposal needs. */
export const carersOf = query<{
  checkin_id: string
  name: string | null
  building_id: string | null
  on_committee: boolean
  homes: number
}>(
  'care.carers',
  `select c.id as checkin_id, p.name, p.building_id, on_committee(c.community_id, c.person_id) as on_committee, coalesce(l.homes, 0)::int as homes
   from checkin c left join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
   left join (select checkin_id, count(*) as homes from care_link where community_id = $1 and to_day is null group by 1) l on l.checkin_id = c.id
   where c.community_id = $1 and c.community_id ${counter} and c.state in ('accepted', 'confirmed') order by c.id`,
)
export const bareHomes = query<{ id: string; building_id: string; label: string }>(
  'care.bare',
  `select h.id, h.building_id, h.label from home h
   where h.community_id = $1 and h.community_id ${counter} and ${cared}
     and not exists (select 1 from care_link l where l.community_id = h.community_id and l.home_id = h.id and l.to_day is null)
     and not exists (select 1 from care_link e where e.community_id = h.community_id and e.home_id = h.id and e.reason = 'homeEmpty' and e.lived_in_day is null)
   order by h.sort_key, h.id`,
)
export const loadsOf = query<{ homes: number; members: number }>(
  'care.loads',
  `select homes, count(*)::int as members from (
     select (select count(*)::int from care_link l where l.community_id = c.community_id and l.checkin_id = c.id and l.to_day is null) as homes
     from checkin c where c.community_id = $1 and c.community_id ${counter} and c.state in ('accepted', 'confirmed')) x group by 1 order by 1`,
)
export interface GridRow {
  home_id: string
  entrance: string | null
  number: string
  link_id: string | null
  checkin_id: string | null
  member: string | null
  /** The tie that ended because nobody lives there any more. */
  empty_link: string | null
  last_day: string | null
  last_outcome: VisitOutcome | null
}
export const gridOf = query<GridRow>(
  'care.grid',
  `select h.id as home_id, e.name as entrance, h.number, l.id as link_id, l.checkin_id, p.name as member, gone.id as empty_link, v.day::text as last_day, v.outcome as last_outcome
   from home h left join entrance e on e.community_id = h.community_id and e.id = h.entrance_id
   left join care_link l on l.community_id = h.community_id and l.home_id = h.id and l.to_day is null
   left join checkin_profile p on p.community_id = l.community_id and p.checkin_id = l.checkin_id
   ${empty}
   left join lateral (select v.day, v.outcome from care_link o join care_visit v on v.community_id = o.community_id and v.link_id = o.id
     where o.community_id = h.community_id and o.home_id = h.id order by v.day desc, v.id desc limit 1) v on true
   where h.community_id = $1 and h.community_id ${counter} and h.building_id = $2 and ${cared} order by h.sort_key, h.id`,
)
export const buildingById = query<{ id: string; name: string; compound: string }>(
  'care.building',
  `select b.id, b.name, p.name as compound from building b join compound p on p.community_id = b.community_id and p.id = b.compound_id
   where b.community_id = $1 and b.id = $2`,
)
/** Two who accept a proposal at once go one after the other. */
export const lockCommunity = query(
  'care.lock',
  `select pg_advisory_xact_lock(hashtextextended('care ' || $1, 0))`,
)
export const addLinks = query(
  'care.addLinks',
  `insert into care_link (community_id, id, checkin_id, building_id, home_id, from_day, made_by)
   select $1, n.id, n.checkin_id, n.building_id, n.home_id, $2::date, $3
   from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[]) n(id, home_id, building_id, checkin_id)`,
)
export const homeById = query<{ id: string; building_id: string; lived_in: boolean }>(
  'care.home',
  `select id, building_id, kind = 'dwelling' as lived_in from home where community_id = $1 and id = $2`,
)
export const memberById = query<{ id: string; person_id: string | null }>(
  'care.member',
  `select id, person_id from checkin where community_id = $1 and id = $2 and state in ('accepted', 'confirmed')`,
)
export const linkOfHome = query<{ id: string; person_id: string | null }>(
  'care.linkOfHome',
  `select l.id, c.person_id from care_link l join checkin c on c.community_id = l.community_id and c.id = l.checkin_id
   where l.community_id = $1 and l.home_id = $2 and l.to_day is null for update of l`,
)
export interface LinkRow {
  id: string
  home_id: string
  home: string
  checkin_id: string
  person_id: string | null
  member: string | null
  from_day: string
  to_day: string | null
  reason: CareEndReason | null
  lived_in_day: string | null
}
const links = `select l.id, l.home_id, cared_home(l.community_id, l.id) as home, l.checkin_id, c.person_id, p.name as member, l.from_day::text, l.to_day::text, l.reason, l.lived_in_day::text
  from care_link l join checkin c on c.community_id = l.community_id and c.id = l.checkin_id
  left join checkin_profile p on p.community_id = l.community_id and p.checkin_id = l.checkin_id where l.community_id = $1 and l.id = $2`
export const linkById = query<LinkRow>('care.link', links)
export const linkForUpdate = query<LinkRow>('care.linkForUpdate', `${links} for update of l`)
export const endLink = query<{ to: string }>(
  'care.end',
  'update care_link set to_day = greatest(from_day, $3::date), reason = $4 where community_id = $1 and id = $2 and to_day is null returning to_day::text as to',
)
export interface MineRow {
  community_id: string
  link_id: string
  home_id: string
  home: string
  since: string
  last_day: string | null
  last_outcome: VisitOutcome | null
  last_needs: VisitNeed[] | null
  visits: number
}
export const linksOfMine = query<MineRow>(
  'care.mine',
  `select l.community_id, l.id as link_id, l.home_id, cared_home(l.community_id, l.id) as home, l.from_day::text as since, v.day::text as last_day,
     v.outcome as last_outcome, v.needs as last_needs,
     (select count(*)::int from care_visit n where n.community_id = l.community_id and n.link_id = l.id) as visits
   from checkin c join care_link l on l.community_id = c.community_id and l.checkin_id = c.id and l.to_day is null
   left join lateral (select v.day, v.outcome, v.needs from care_visit v where v.community_id = l.community_id and v.link_id = l.id
     order by v.day desc, v.id desc limit 1) v on true
   where c.person_id = (select me()) order by v.day nulls first, home, l.id limit 200`,
)
export interface VisitRow {
  id: string
  day: string
  at: Date
  outcome: VisitOutcome
  needs: VisitNeed[]
  member: string | null
}
/** To one home, whoever looked after it; a member sees their own. */
export const visitsOf = query<VisitRow>(
  'care.visits',
  `select v.id, v.day::text, v.at, v.outcome, v.needs, p.name as member from care_link l
   join care_link o on o.community_id = l.community_id and o.home_id = l.home_id join care_visit v on v.community_id = o.community_id and v.link_id = o.id
   left join checkin_profile p on p.community_id = o.community_id and p.checkin_id = o.checkin_id
   where l.community_id = $1 and l.id = $2 order by v.day desc, v.id desc limit 200`,
)
export const moveIn = query(
  'care.movedIn',
  'update care_link set lived_in_day = greatest(to_day, $3::date) where community_id = $1 and id = $2',
)
