import type { ProjectSide, ProjectState, TermsFor, WantKind } from '../../shared/project/states'
import { query } from '../kernel/database'

export interface ProjectRow {
  community_id: string
  community: string
  id: string
  organisation_id: string
  unit: string
  kind: WantKind
  state: ProjectState
  made_at: Date
  title: string
  until: string
  steps: number
  /** The side whose word is still missing. */
  waits_for: ProjectSide | null
  /** The caller is of the unit, or works at the community's counter. */
  of_unit: boolean
  of_community: boolean
}
const columns = `p.community_id, k.name as community, p.id, p.organisation_id, unit_name(p.organisation_id) as unit, p.kind, p.state, p.made_at,
    f.title, f.until_day::text as until, (select count(*)::int from project_step s where s.community_id = p.community_id and s.project_id = p.id) as steps,
    w.side as waits_for, p.organisation_id = any ((select my_units())::uuid[]) as of_unit, p.community_id = any ((select my_counters())::uuid[]) as of_community`
const from = `from project p join community k on k.id = p.community_id
    join lateral (select t.title, t.until_day from project_terms t where t.community_id = p.community_id and t.project_id = p.id
      order by t.unit_agreed_at is not null and t.community_agreed_at is not null and t.what <> 'giveUp' desc, t.n desc limit 1) f on true
    left join lateral (select case when t.unit_agreed_at is null then 'unit' else 'community' end as side from project_terms t
      where t.community_id = p.community_id and t.project_id = p.id and t.declined_at is null
        and (t.unit_agreed_at is null or t.community_agreed_at is null) limit 1) w on true`
export const projectById = query<ProjectRow>(
  'project.get',
  `select ${columns} ${from} where p.community_id = $1 and p.id = $2`,
)
export const lockProject = query(
  'project.lock',
  'select id from project where community_id = $1 and id = $2 for update',
)
export const projectsOf = query<ProjectRow>(
  'project.list',
  `select ${columns} ${from} where ($1::uuid is null or p.community_id = $1) and ($2::uuid is null or p.organisation_id = $2)
     and ($3::text[] is null or p.state = any ($3)) and ($4::timestamptz is null or (p.made_at, p.id) < ($4, $5::uuid))
   order by p.made_at desc, p.id desc limit 21`,
)
export interface TermsRow {
  id: string
  project_id: string
  n: number
  what: TermsFor
  title: string
  need: string
  resource: string
  from_day: string
  until_day: string
  made_by: ProjectSide
  unit_agreed_at: Date | null
  community_agreed_at: Date | null
  declined_at: Date | null
  declined_side: ProjectSide | null
  meeting_id: string | null
}
const terms = `select id, project_id, n, what, title, need, resource, from_day::text, until_day::text, made_by, unit_agreed_at, community_agreed_at,
    declined_at, declined_side, meeting_id from project_terms where community_id = $1 and project_id = $2`
export const termsOf = query<TermsRow>('project.terms', `${terms} order by n desc`)
export const termsForUpdate = query<TermsRow>('project.termsForUpdate', `${terms} and id = $3 for update`)
export const agreeTo = query(
  'project.agree',
  `update project_terms set unit_agreed_at = case when $4 then $5::timestamptz else unit_agreed_at end, unit_agreed_by = case when $4 then $6::uuid else unit_agreed_by end,
     community_agreed_at = case when $4 then community_agreed_at else $5::timestamptz end, community_agreed_by = case when $4 then community_agreed_by else $6::uuid end,
     meeting_id = coalesce($7::uuid, meeting_id) where community_id = $1 and project_id = $2 and id = $3`,
)
export const declineTerms = query(
  'project.decline',
  'update project_terms set declined_at = $4, declined_by = $5, declined_side = $6 where community_id = $1 and project_id = $2 and id = $3',
)
export const finish = query(
  'project.finish',
  `update project set state = 'done', ended_at = $3 where community_id = $1 and id = $2`,
)
export const stepsOf = query<{ id: string; day: string; words: string; side: ProjectSide }>(
  'project.steps',
  'select id, day::text, words, side from project_step where community_id = $1 and project_id = $2 order by day desc, id desc limit 200',
)
/** A unit that works with the community. */
export const unitHere = query<{ id: string }>(
  'project.unit',
  `select e.organisation_id as id from engagement e join organisation o on o.id = e.organisation_id
   where e.community_id = $1 and e.organisation_id = $2 and o.kind = 'unit' and e.from_day <= my_day() and (e.to_day is null or e.to_day >= my_day()) limit 1`,
)
export const sidesOfMine = query<{ unit: boolean; community: boolean }>(
  'project.sides',
  'select $2::uuid = any (my_units()) as unit, $1::uuid = any (my_counters()) as community',
)

export interface WantRow {
  id: string
  kind: WantKind
  words: string
  since: string
  matches: { ofId: string; of: string; id: string; words: string }[] | null
}
export const needsOf = query<WantRow>(
  'project.needs',
  `select n.id, n.kind, n.words, n.from_day::text as since,
     (select jsonb_agg(jsonb_build_object('ofId', r.organisation_id, 'of', unit_name(r.organisation_id), 'id', r.id, 'words', r.words) order by r.from_day, r.id)
      from unit_resource r where r.kind = n.kind and r.to_day is null
        and r.district_id = (select d.district_id from community c join subdistrict d on d.id = c.subdistrict_id where c.id = n.community_id)) as matches
   from community_need n where n.community_id = $1 and n.to_day is null order by n.from_day desc, n.id desc limit 200`,
)
export const resourcesOf = query<WantRow>(
  'project.resources',
  `select r.id, r.kind, r.words, r.from_day::text as since,
     (select jsonb_agg(jsonb_build_object('ofId', n.community_id, 'of', c.name, 'id', n.id, 'words', n.words) order by n.from_day, n.id)
      from community_need n join community c on c.id = n.community_id where n.kind = r.kind and n.to_day is null
        and exists (select 1 from engagement e where e.community_id = n.community_id and e.organisation_id = r.organisation_id
          and (e.to_day is null or e.to_day >= my_day()))) as matches
   from unit_resource r where r.organisation_id = $1 and r.to_day is null order by r.from_day desc, r.id desc limit 200`,
)
interface Ending {
  id: string
  from_day: string
  to_day: string | null
}
export const needForUpdate = query<Ending>(
  'project.need',
  'select id, from_day::text, to_day::text from community_need where community_id = $1 and id = $2 and community_id = any ((select my_counters())::uuid[]) for update',
)
export const resourceForUpdate = query<Ending>(
  'project.resource',
  'select id, from_day::text, to_day::text from unit_resource where organisation_id = $1 and id = $2 and organisation_id = any ((select my_units())::uuid[]) for update',
)
export const endNeed = query(
  'project.endNeed',
  'update community_need set to_day = $3 where community_id = $1 and id = $2',
)
export const endResource = query(
  'project.endResource',
  'update unit_resource set to_day = $3 where organisation_id = $1 and id = $2',
)
export const districtOfUnit = query<{ district_id: string }>(
  'project.district',
  `select d.district_id from organisation o join subdistrict d on d.id = o.subdistrict_id where o.id = $1 and o.id = any ((select my_units())::uuid[])`,
)
/** What stands under these ids, if it is the same; and whether anything else does. */
export const sentBefore = query<{ same: boolean }>(
  'project.sent',
  `select t.project_id = $2 and p.organisation_id = $4 and p.kind = $5 and t.title = $6 and t.need = $7 and t.resource = $8
     and t.from_day = $9::date and t.until_day = $10::date as same
   from project_terms t join project p on p.community_id = t.community_id and p.id = t.project_id
   where t.community_id = $1 and (t.id = $3 or (t.project_id = $2 and t.n = 1))`,
)
export const sameTerms = query<{ same: boolean }>(
  'project.sameTerms',
  `select project_id = $2 and what = $4 and title = $5 and need = $6 and resource = $7 and from_day = $8::date and until_day = $9::date as same
   from project_terms where community_id = $1 and id = $3`,
)
export const addProject = query(
  'project.add',
  `insert into project (community_id, id, organisation_id, kind, state, made_at) values ($1, $2, $3, $4, 'offered', $5)`,
)
export const addTerms = query(
  'project.addTerms',
  `insert into project_terms (community_id, project_id, id, n, what, title, need, resource, from_day, until_day, made_by, made_at,
     unit_agreed_at, unit_agreed_by, community_agreed_at, community_agreed_by)
   select $1, $2, $3, coalesce((select max(n) from project_terms where community_id = $1 and project_id = $2), 0) + 1, $4, $5, $6, $7, $8::date, $9::date,
     $10, $11::timestamptz, case when $10 = 'unit' then $11::timestamptz end, case when $10 = 'unit' then $12::uuid end,
     case when $10 = 'community' then $11::timestamptz end, case when $10 = 'community' then $12::uuid end`,
)
