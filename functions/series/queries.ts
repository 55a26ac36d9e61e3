import type { CircleKind, MeetingKind } from '../../shared/meeting/states'
import { query } from '../kernel/database'
import type { Rhythm } from './dates'

export interface SeriesRow extends Rhythm {
  community_id: string
  id: string
  compound_id: string | null
  compound: string | null
  kind: MeetingKind
  title: string
  starts: string
  minutes: number
  spot: string
  convener_id: string
  chair_id: string | null
  recorder_id: string | null
}
export const seriesColumns = `s.community_id, s.id, s.compound_id, s.kind, s.title, s.rule, s.starts, s.minutes, s.spot, s.from_day::text, s.to_day::text,
    s.convener_id, s.chair_id, s.recorder_id`
const faces = `select ${seriesColumns}, p.name as compound from series s
  left join compound p on p.community_id = s.community_id and p.id = s.compound_id`

export const seriesById = query<SeriesRow>('series.get', `${faces} where s.community_id = $1 and s.id = $2`)
/** Held until it is ended. Asked before `seriesById`. */
export const lockSeries = query<{ id: string }>(
  'series.lock',
  'select id from series where community_id = $1 and id = $2 for update',
)
export const seriesIn = query<
  SeriesRow & {
    circle: { kind: CircleKind; ofId: string; name: string }[]
    planned: { day: string; meetingId: string }[]
  }
>(
  'series.list',
  `select f.*,
     coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'ofId', c.of_id, 'name', coalesce(n.name, '')) order by c.kind, c.of_id)
       from series_circle c left join circle_parts(f.community_id, array(select x.of_id from series_circle x
         where x.community_id = f.community_id and x.series_id = f.id)) n on n.kind = c.kind and n.of_id = c.of_id
       where c.community_id = f.community_id and c.series_id = f.id), '[]') as circle,
     coalesce((select jsonb_agg(jsonb_build_object('day', m.series_day, 'meetingId', m.id)) from meeting m
       where m.community_id = f.community_id and m.series_id = f.id and m.series_day >= $3::date), '[]') as planned
   from (${faces} where s.community_id = $1 and ($2::uuid is null or s.compound_id = $2)) f
   order by f.to_day is not null, f.from_day, f.title, f.id`,
)
/** Of a month, for the calendar: those that run in it. */
export const seriesRunning = query<SeriesRow>(
  'series.running',
  `${faces} where s.community_id = $1 and ($2::uuid is null or s.compound_id = $2) and s.from_day <= $4::date and (s.to_day is null or s.to_day >= $3::date)`,
)
export const plannedDays = query<{ series_id: string; day: string }>(
  'series.planned',
  `select series_id, series_day::text as day from meeting
   where community_id = $1 and series_id is not null and series_day >= $2::date and series_day <= $3::date`,
)
export const endSeriesOn = query(
  'series.end',
  'update series set to_day = $3 where community_id = $1 and id = $2',
)
/** Dates after the last that nobody has been told of: they do not take place. */
export const plannedAfter = query<{ id: string }>(
  'series.plannedAfter',
  `select id from meeting where community_id = $1 and series_id = $2 and state = 'planned' and starts_at > $3 order by starts_at, id for update`,
)
export const callOffAll = query(
  'series.callOff',
  `update meeting set state = 'notHeld', reason = $3 where community_id = $1 and id = any ($2::uuid[])`,
)
