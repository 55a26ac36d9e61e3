import type { ClientBase } from 'pg'
import { addDays, dayOf } from '../../../shared/kernel/time'
import { plannedAheadDays } from '../../../shared/meeting/limits'
import { sentHash } from '../../kernel/sentHash'
import { datesOfSeries, type Rhythm, startOf } from '../../series/dates'

interface Row extends Rhythm {
  community_id: string
  id: string
  starts: string
  planned: string[]
}
const running = `select s.community_id, s.id, s.rule, s.starts, s.from_day::text, s.to_day::text,
    array(select m.series_day::text from meeting m where m.community_id = s.community_id and m.series_id = s.id and m.series_day >= $1::date) as planned
  from series s where s.to_day is null order by s.community_id, s.id`

// whoever comes at the same time, or planned it by hand, was first
const plan = `with planned as (
    insert into meeting (community_id, id, compound_id, series_id, series_day, kind, title, starts_at, minutes, spot, state, convener_id, chair_id,
      recorder_id, sent_hash, planned_at)
    select s.community_id, record_id($1), s.compound_id, s.id, $4::date, s.kind, s.title, $5, s.minutes, s.spot, 'planned', s.convener_id, s.chair_id,
      s.recorder_id, $6, $1
    from series s where s.community_id = $2 and s.id = $3
    on conflict (community_id, series_id, series_day) where series_id is not null do nothing
    returning community_id, id, kind, series_id, series_day),
  invited as (
    insert into meeting_circle (community_id, meeting_id, kind, compound_id, building_id, entrance_id, organisation_id, person_id)
    select p.community_id, p.id, c.kind, c.compound_id, c.building_id, c.entrance_id, c.organisation_id, c.person_id
    from planned p join series_circle c on c.community_id = p.community_id and c.series_id = p.series_id)
  insert into record (community_id, id, at, action, subject_kind, subject_id, after)
  select community_id, record_id($1), $1, 'meeting.planned', 'meeting', id,
    jsonb_build_object('by', 'clock', 'state', 'planned', 'kind', kind, 'seriesId', series_id, 'seriesDay', series_day) from planned`

/** Dates of every series become meetings three weeks ahead: once each, whoever ticks at the same time. */
export async function planAhead(client: ClientBase, now: Date): Promise<number> {
  const today = dayOf(now)
  const { rows } = await client.query<Row>(running, [today])
  let planned = 0
  for (const series of rows) {
    for (const day of datesOfSeries(series, today, addDays(today, plannedAheadDays))) {
      const startsAt = startOf(day, series.starts)
      if (series.planned.includes(day) || startsAt <= now) continue
      const hash = sentHash({ seriesId: series.id, day })
      const { rowCount } = await client.query(plan, [
        now,
        series.community_id,
        series.id,
        day,
        startsAt,
        hash,
      ])
      planned += rowCount ?? 0
    }
  }
  return planned
}
