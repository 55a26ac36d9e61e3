import type { OrganisationKind } from '../../shared/organisation/contract'
import { query } from '../kernel/database'

export interface EngagementRow {
  id: string
  organisation_id: string
  organisation: string
  organisation_kind: OrganisationKind
  community_id: string
  community: string
  compound_id: string | null
  compound: string | null
  from_day: string
  to_day: string | null
}

const engagements = `select e.id, e.organisation_id, o.name as organisation, o.kind as organisation_kind, e.community_id, c.name as community,
    e.compound_id, p.name as compound, e.from_day::text, e.to_day::text
  from engagement e
  join organisation o on o.id = e.organisation_id
  join community c on c.id = e.community_id
  left join compound p on p.community_id = e.community_id and p.id = e.compound_id`

export const organisationsOf = query<{ id: string; name: string; kind: OrganisationKind }>(
  'organisation.list',
  'select id, name, kind from organisation where subdistrict_id = $1 order by kind, name',
)
export const engagementsOf = query<EngagementRow>(
  'organisation.engagements',
  `${engagements} where o.subdistrict_id = $1 and (e.to_day is null or e.to_day >= $2) order by c.name, e.from_day`,
)
export const engagementsMine = query<EngagementRow>(
  'organisation.mine',
  `${engagements} where e.organisation_id = any ((select my_organisations())::uuid[]) and (e.to_day is null or e.to_day >= $1)
   order by o.name, c.name, e.from_day`,
)
export const organisationById = query<{ id: string }>(
  'organisation.get',
  'select id from organisation where id = $1',
)
export const engagementForUpdate = query<{ id: string; organisation_id: string; to_day: string | null }>(
  'organisation.forUpdate',
  'select id, organisation_id, to_day::text from engagement where community_id = $1 and id = $2 for update',
)
export const endEngagement = query(
  'organisation.end',
  'update engagement set to_day = greatest($3::date, from_day) where community_id = $1 and id = $2',
)

export const showEngagement = (e: EngagementRow) => ({
  engagementId: e.id,
  communityId: e.community_id,
  community: e.community,
  compoundId: e.compound_id,
  compound: e.compound,
  from: e.from_day,
  to: e.to_day,
})
