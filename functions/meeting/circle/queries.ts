import type { CircleKind } from '../../../shared/meeting/states'
import { query } from '../../kernel/database'

export interface PartRow {
  kind: CircleKind
  of_id: string
  compound_id: string | null
  building_id: string | null
  name: string
}
/** What the named things are, with where they lie. */
export const partsOf = query<PartRow>('circle.parts', 'select * from circle_parts($1, $2)')
export const compoundAlive = query<{ id: string }>(
  'circle.compound',
  'select id from compound where community_id = $1 and id = $2 and to_day is null',
)
export const circleOfSeries = query<{ kind: CircleKind; of_id: string }>(
  'circle.ofSeries',
  'select kind, of_id from series_circle where community_id = $1 and series_id = $2',
)
/** Whom a meeting invites, by name. */
export const circleOf = query<{ kind: CircleKind; of_id: string; name: string }>(
  'circle.of',
  `select c.kind, c.of_id, coalesce(p.name, '') as name from meeting_circle c
   left join circle_parts($1, array(select of_id from meeting_circle where community_id = $1 and meeting_id = $2)) p
     on p.kind = c.kind and p.of_id = c.of_id
   where c.community_id = $1 and c.meeting_id = $2
   order by array_position(array['compound', 'building', 'entrance', 'community', 'branch', 'committee', 'organisation', 'person'], c.kind), name`,
)
// sent again, it changes nothing; under an id that holds something else it adds nothing
const adding = (
  table: string,
  owner: string,
  of: string,
) => `insert into ${table} (community_id, ${of}, kind, compound_id, building_id,
    entrance_id, organisation_id, person_id)
  select o.community_id, o.id, c.kind, case when c.kind in ('compound', 'committee', 'branch') then c.of_id end,
    case when c.kind = 'building' then c.of_id end, case when c.kind = 'entrance' then c.of_id end,
    case when c.kind = 'organisation' then c.of_id end, case when c.kind = 'person' then c.of_id end
  from ${owner} o, unnest($4::text[], $5::uuid[]) c(kind, of_id)
  where o.community_id = $1 and o.id = $2 and o.sent_hash = $3 on conflict do nothing`
export const addSeriesCircle = query('circle.addToSeries', adding('series_circle', 'series', 'series_id'))
export const addMeetingCircle = query(
  'circle.addToMeeting',
  adding('meeting_circle', 'meeting', 'meeting_id'),
)
