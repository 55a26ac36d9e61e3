/**
 * Plan against walked from the rows alone: which days are due, what was walked and what was found, worked out anew in one query.
 * $1 community, $2 first day, $3 last day, $4 today, $5 free days and $6 made-up working days as the State Council published them.
 * Rhythms of so many a month are few enough for the working days there are.
 */
export const recount = `
with span as (select d::date as d from generate_series($2::date - 40, $3::date, interval '1 day') d),
cal as (select d, d = any ($5::date[]) as holiday, d = any ($6::date[]) or (extract(isodow from d) < 6 and d <> all ($5::date[])) as works from span),
-- the version that holds on each day: the last made of those that have begun
held as (
  select p.id as plan, c.d, c.holiday, c.works, v.id as version, v.rhythm, v.from_day, v.walker_ids, p.kind, p.grid_id, p.organisation_id
  from patrol_plan p cross join cal c
  join lateral (select * from patrol_version v where v.community_id = p.community_id and v.plan_id = p.id and v.from_day <= c.d order by v.n desc limit 1) v on true
  where p.community_id = $1
),
-- the how-manieth working day of its month a day is, and of how many
working as (
  select d, row_number() over (partition by date_trunc('month', d) order by d) as nth, count(*) over (partition by date_trunc('month', d)) as of
  from (select m::date as d from generate_series(date_trunc('month', $2::date - 40), $3::date + 31, interval '1 day') m) m
  where d = any ($6::date[]) or (extract(isodow from d) < 6 and d <> all ($5::date[]))
),
month_end as (
  select w.d, t.times, t.k, lag(w.d) over (partition by t.times, date_trunc('month', w.d) order by w.d) as before
  from working w cross join lateral (select times, k from generate_series(1, 4) times, generate_series(1, times) k) t
  where w.nth = floor(t.k * w.of / t.times::numeric)
),
due as (
  select plan, d as day, d as first, d as last, version, kind, grid_id, organisation_id, walker_ids from held
  where rhythm ->> 'every' = 'day' or (rhythm ->> 'every' = 'weekday' and works)
    or (rhythm ->> 'every' = 'week' and not holiday and (rhythm -> 'on') @> to_jsonb(extract(isodow from d)::int))
  union all
  -- moved to the first working day after the holiday, where nothing is due anyway
  select h.plan, h.d, min(f.d), h.d, h.version, h.kind, h.grid_id, h.organisation_id, h.walker_ids from held h
  join held f on f.plan = h.plan and f.d < h.d and f.holiday and f.rhythm ->> 'every' = 'week'
    and (f.rhythm -> 'on') @> to_jsonb(extract(isodow from f.d)::int)
  where h.works and h.rhythm ->> 'every' = 'week' and not (not h.holiday and (h.rhythm -> 'on') @> to_jsonb(extract(isodow from h.d)::int))
    and not exists (select 1 from cal b where b.d > f.d and b.d < h.d and b.works)
  group by h.plan, h.d, h.version, h.kind, h.grid_id, h.organisation_id, h.walker_ids
  union all
  select h.plan, h.d, greatest(coalesce(e.before + 1, date_trunc('month', h.d)::date), h.from_day),
    case when e.k = e.times then (date_trunc('month', h.d) + interval '1 month - 1 day')::date else h.d end,
    h.version, h.kind, h.grid_id, h.organisation_id, h.walker_ids
  from held h join month_end e on e.d = h.d and e.times = (h.rhythm ->> 'times')::int where h.rhythm ->> 'every' = 'month'
),
-- checkpoints of a due that anybody came to in its days
stood as (
  select u.*, (select count(*) from patrol_round r where r.community_id = $1 and r.plan_id = u.plan and r.day between u.first and u.last) as rounds,
    (select count(*) from patrol_stop s where s.community_id = $1 and s.version_id = u.version and not exists (
       select 1 from round_tick t join patrol_round r on r.community_id = t.community_id and r.id = t.round_id
       where r.community_id = $1 and r.plan_id = u.plan and r.day between u.first and u.last and t.checkpoint_id = s.checkpoint_id)) as left_out
  from due u where u.day between $2 and $3
),
judged as (
  select *, case when rounds > 0 and left_out = 0 then 'walked' when last >= $4 then 'ahead' when rounds > 0 then 'partly' else 'missed' end as state
  from stood
),
responsible as (
  select j.*, coalesce(w.person, g.person_id) as person from judged j
  left join lateral unnest(j.walker_ids) w(person) on true
  left join role_grant g on j.walker_ids = '{}' and g.from_day <= j.day and (g.to_day is null or g.to_day >= j.day)
    and ((j.kind = 'grid' and g.role = 'gridWorker' and g.community_id = $1 and g.grid_id = j.grid_id)
      or (j.kind = 'property' and g.role = 'responder' and g.organisation_id = j.organisation_id))
),
round as (
  select r.id, r.day, r.plan_id, r.person_id,
    case when r.finished_at - r.started_at <= interval '1 day' then floor(extract(epoch from r.finished_at - r.started_at) / 60) else 0 end as minutes,
    count(f.id) as findings, count(f.id) filter (where f.outcome = 'fixed') as fixed, count(f.id) filter (where f.outcome = 'whistled') as whistled,
    count(f.id) filter (where f.outcome = 'watched') as watched
  from patrol_round r left join finding f on f.community_id = r.community_id and f.round_id = r.id
  where r.community_id = $1 and r.day between $2 and $3 group by r.community_id, r.id, r.day, r.plan_id, r.person_id
),
due_groups as (
  select 'total' as by, '' as key, state, left_out from judged
  union all select 'day', day::text, state, left_out from judged
  union all select 'month', to_char(day, 'YYYY-MM'), state, left_out from judged
  union all select 'plan', plan::text, state, left_out from judged
  union all select 'walker', person::text, state, left_out from responsible where person is not null
),
round_groups as (
  select 'total' as by, '' as key, r.* from round r
  union all select 'day', r.day::text, r.* from round r
  union all select 'month', to_char(r.day, 'YYYY-MM'), r.* from round r
  union all select 'plan', r.plan_id::text, r.* from round r
  union all select 'walker', r.person_id::text, r.* from round r
)
select by, key,
  coalesce(due, 0)::int as due, coalesce(walked, 0)::int as walked, coalesce(partly, 0)::int as partly, coalesce(missed, 0)::int as missed,
  coalesce(missed_points, 0)::int as "missedCheckpoints", coalesce(rounds, 0)::int as rounds, coalesce(minutes, 0)::int as minutes,
  coalesce(findings, 0)::int as findings, coalesce(fixed, 0)::int as fixed, coalesce(whistled, 0)::int as whistled, coalesce(watched, 0)::int as watched
from (select by, key, count(*) as due, count(*) filter (where state = 'walked') as walked, count(*) filter (where state = 'partly') as partly,
    count(*) filter (where state = 'missed') as missed, sum(left_out) filter (where state = 'partly') as missed_points
  from due_groups group by 1, 2) d
full join (select by, key, count(*) as rounds, sum(minutes) as minutes, sum(findings) as findings, sum(fixed) as fixed, sum(whistled) as whistled,
    sum(watched) as watched from round_groups group by 1, 2) r using (by, key)
order by 1, 2`
