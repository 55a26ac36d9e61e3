/**
 * The three rates from the record alone: what was noted of each whistle, in order, is all that this looks at.
 * $1 community, $2 since, $3 until, $4 as of.
 */
export const recount = `
with step as (
  select subject_id as whistle, id, at, action, after from record
  where community_id = $1 and subject_kind = 'whistle' and at <= $4
),
latest as (
  select whistle,
    (array_agg(after ->> 'state' order by id desc) filter (where after ? 'state'))[1] as state,
    to_timestamp(((array_agg(after ->> 'responseDue' order by id desc) filter (where after ? 'responseDue'))[1])::float8) as response_due,
    to_timestamp(((array_agg(after ->> 'resolutionDue' order by id desc) filter (where after ? 'resolutionDue'))[1])::float8) as resolution_due,
    (array_agg(after ->> 'category' order by id desc) filter (where after ? 'category'))[1] as category,
    (array_agg(after ->> 'compoundId' order by id desc) filter (where after ? 'compoundId'))[1] as compound,
    (array_agg(after ->> 'buildingId' order by id desc) filter (where after ? 'buildingId'))[1] as building,
    max(at) filter (where action = 'whistle.askedBack') as asked_at,
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
    w.action = 'whistle.resolved' and l.ever_unanswered and l.state = 'closed' as unanswered
  from latest l
  left join step d on d.id::text = l.dispatch_line
  left join step w on w.id::text = l.said_line
  where l.state not in ('rejected', 'withdrawn', 'merged')
),
counted as (
  select 'response' as rate, response_due as at, responded <= response_due as met, false as unanswered, whistle, category, compound, building, party
  from whole where not (state = 'needsInfo' and asked_at < response_due) and response_due <= $4
  union all
  select 'resolved', resolution_due, outcome = 'solved', unanswered, whistle, category, compound, building, party
  from whole where not (state = 'needsInfo' and asked_at < resolution_due) and resolution_due <= $4
  union all
  select 'satisfied', said_at, stars >= 4, false, whistle, category, compound, building, party
  from whole where said_at is not null
),
grouped as (
  select 'month' as by, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') as "group", c.* from counted c
  union all select 'category', category, c.* from counted c
  union all select 'compound', compound, c.* from counted c
  union all select 'building', coalesce(building, 'none'), c.* from counted c
  union all select 'party', coalesce(party, 'none'), c.* from counted c
)
select by, "group", rate, count(*)::int as denominator, (count(*) filter (where met))::int as numerator,
  (count(*) filter (where unanswered))::int as unanswered
from grouped where at >= $2 and at < $3 group by 1, 2, 3 order by 1, 2, 3`
