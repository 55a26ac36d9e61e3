/**
 * The three rates from the record alone: what was noted of each whistle, in order, is all that this looks at.
 * $1 community, $2 since, $3 until, $4 as of.
 */
export const recount = `
with step as (
  select subject_id as whistle, id, at, action, after from record
  where community_id = $1 and subject_kind = 'whistle' and at <= $4
),
-- every line that says when it is due, with what it said before
due as (
  select id, 'response' as clock, whistle, at, action, to_timestamp((after ->> 'responseDue')::float8) as due,
    lag(to_timestamp((after ->> 'responseDue')::float8)) over (partition by whistle order by id) as before
  from step where after ? 'responseDue'
  union all
  select id, 'resolution', whistle, at, action, to_timestamp((after ->> 'resolutionDue')::float8),
    lag(to_timestamp((after ->> 'resolutionDue')::float8)) over (partition by whistle order by id)
  from step where after ? 'resolutionDue'
),
-- somebody gave another day when the one before was over, and until then nobody had come, or said that it was done
missed as (
  select d.id, d.clock, d.whistle, d.before as at from due d
  where d.action in ('whistle.dispatched', 'whistle.extended', 'whistle.followedUp', 'whistle.reopened')
    and d.due <> d.before and d.before <= d.at
    and not exists (
      select 1 from step s where s.whistle = d.whistle and s.id < d.id and s.at <= d.before and case
        when d.clock = 'response' then s.action = 'whistle.responded'
          and not exists (select 1 from step o where o.whistle = d.whistle and o.action = 'whistle.dispatched' and o.id > s.id and o.id < d.id)
        else s.action = 'whistle.resolved'
          and not exists (select 1 from step o where o.whistle = d.whistle and o.id > s.id and o.id < d.id
            and (o.action = 'whistle.reopened' or (o.action = 'whistle.followedUp' and o.after ->> 'outcome' <> 'solved'))) end)
),
-- who was sent or freed, and whether that was somebody else than whoever was sent last
sent as (
  select s.whistle, s.id, s.action = 'whistle.disputeUpheld' or (s.after ->> 'kind', s.after ->> 'partyId') is distinct from
    (first_value(s.after ->> 'kind') over w, first_value(s.after ->> 'partyId') over w) as others
  from step s where s.action in ('whistle.dispatched', 'whistle.disputeUpheld')
  window w as (partition by s.whistle order by s.action = 'whistle.dispatched' desc, s.id desc)
),
-- since when the last one has it, without a break
theirs as (
  select s.whistle, min(s.id::text) as since from sent s
  where not s.others and not exists (select 1 from sent o where o.whistle = s.whistle and o.others and o.id > s.id)
  group by s.whistle
),
latest as (
  select whistle,
    (array_agg(after ->> 'state' order by id desc) filter (where after ? 'state'))[1] as state,
    to_timestamp(((array_agg(after ->> 'responseDue' order by id desc) filter (where after ? 'responseDue'))[1])::float8) as response_due,
    to_timestamp(((array_agg(after ->> 'resolutionDue' order by id desc) filter (where after ? 'resolutionDue'))[1])::float8) as resolution_due,
    (array_agg(after ->> 'category' order by id desc) filter (where after ? 'category'))[1] as category,
    (array_agg(after ->> 'compoundId' order by id desc) filter (where after ? 'compoundId'))[1] as compound,
    (array_agg(after ->> 'buildingId' order by id desc) filter (where after ? 'buildingId'))[1] as building,
    max(at) filter (where action in ('whistle.askedBack', 'whistle.tabled')) as asked_at,
    max(id::text) filter (where action = 'whistle.dispatched') as dispatch_line,
    max(id::text) filter (where action in ('whistle.followedUp', 'whistle.reopened', 'whistle.resolved')) as said_line,
    bool_or(action = 'whistle.closed' and after ->> 'outcome' = 'unanswered') as ever_unanswered
  from step group by whistle
),
whole as (
  select l.*,
    -- whoever was sent last, unless they were freed since
    case when not exists (select 1 from step s where s.whistle = l.whistle and s.action = 'whistle.disputeUpheld' and s.id::text > l.dispatch_line)
      then (d.after ->> 'kind') || ' ' || (d.after ->> 'partyId') end as party,
    (select min(s.at) from step s where s.whistle = l.whistle and s.action = 'whistle.responded' and s.id::text > l.dispatch_line) as responded,
    case when w.action <> 'whistle.resolved' then w.at end as said_at,
    case when w.action = 'whistle.reopened' then 'not' when w.action = 'whistle.followedUp' then w.after ->> 'outcome' end as outcome,
    case when w.action = 'whistle.followedUp' then (w.after ->> 'stars')::int end as stars,
    (select min(m.at) from missed m where m.whistle = l.whistle and m.clock = 'response') as missed_response,
    (select min(m.at) from missed m where m.whistle = l.whistle and m.clock = 'resolution') as missed_resolution,
    (select min(m.at) from missed m join theirs t on t.whistle = m.whistle where m.whistle = l.whistle and m.clock = 'response' and m.id::text > t.since) as their_response,
    (select min(m.at) from missed m join theirs t on t.whistle = m.whistle where m.whistle = l.whistle and m.clock = 'resolution' and m.id::text > t.since) as their_resolution,
    w.action = 'whistle.resolved' and l.ever_unanswered and l.state = 'closed' as unanswered
  from latest l
  left join step d on d.id::text = l.dispatch_line
  left join step w on w.id::text = l.said_line
  where l.state not in ('rejected', 'withdrawn', 'merged')
),
-- twice: as the place has done, and as the party has done
sided as (
  select false as by_party, w.*, missed_response as lost_response, coalesce(missed_resolution, resolution_due) as resolution_at from whole w
  union all
  select true, w.*, their_response, coalesce(their_resolution, resolution_due) from whole w
),
counted as (
  select by_party, 'response' as rate, coalesce(lost_response, response_due) as at, lost_response is null and responded <= response_due as met,
    false as unanswered, whistle, category, compound, building, party
  from sided where not (state in ('needsInfo', 'tabled') and asked_at < coalesce(lost_response, response_due)) and coalesce(lost_response, response_due) <= $4
  union all
  select by_party, 'resolved', resolution_at, outcome = 'solved', unanswered, whistle, category, compound, building, party
  from sided where not (state in ('needsInfo', 'tabled') and asked_at < resolution_at) and resolution_at <= $4
  union all
  select by_party, 'satisfied', said_at, stars >= 4, false, whistle, category, compound, building, party
  from sided where said_at is not null
),
grouped as (
  select 'month' as by, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as "group", c.* from counted c where not by_party
  union all select 'category', category, c.* from counted c where not by_party
  union all select 'compound', compound, c.* from counted c where not by_party
  union all select 'building', coalesce(building, 'none'), c.* from counted c where not by_party
  union all select 'party', coalesce(party, 'none'), c.* from counted c where by_party
)
select by, "group", rate, count(*)::int as denominator, (count(*) filter (where met))::int as numerator,
  (count(*) filter (where unanswered))::int as unanswered
from grouped where at >= $2 and at < $3 group by 1, 2, 3 order by 1, 2, 3`
