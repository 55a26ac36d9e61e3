-- 一事一告: many whistles of one cause have one place, one window of time and one answer. No person stands in it, so it is its
-- own published copy.
create table incident (
  community_id uuid not null references community,
  id uuid not null,
  compound_id uuid not null,
  title text not null check (title <> ''),
  category text not null,
  from_at timestamptz not null,
  until_at timestamptz,
  -- what is known of it
  words text not null check (words <> '' and length(words) <= 1000),
  -- what was sent, so that the same id with other content is known
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  opened_at timestamptz not null,
  ended_at timestamptz,
  -- how many whistles are on it; counted where they join and leave
  whistles integer not null default 0 check (whistles >= 0),
  primary key (community_id, id),
  foreign key (community_id, compound_id) references compound,
  check (until_at > from_at)
);
create index incident_in_order on incident (community_id, from_at desc nulls first, id desc nulls first);
create index incident_of_compound on incident (community_id, compound_id, from_at desc nulls first, id desc nulls first);

-- Which buildings, where it is not the whole compound.
create table incident_building (
  community_id uuid not null,
  incident_id uuid not null,
  building_id uuid not null,
  primary key (community_id, incident_id, building_id),
  foreign key (community_id, incident_id) references incident,
  foreign key (community_id, building_id) references building
);

create table incident_answer (
  community_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  words text not null check (words <> '' and length(words) <= 1000),
  at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, incident_id) references incident
);
create index incident_answer_of on incident_answer (community_id, incident_id, at desc nulls first, id desc nulls first);

alter table whistle add constraint whistle_incident foreign key (community_id, incident_id) references incident;
create index whistle_of_incident on whistle (community_id, incident_id, submitted_at desc nulls first) where incident_id is not null;
-- what may belong to an incident: of one place and kind, still open, on none
create index whistle_alone on whistle (community_id, compound_id, category, submitted_at desc nulls first)
  where incident_id is null and state in ('submitted', 'needsInfo', 'accepted', 'dispatched', 'responded', 'reopened', 'tabled');

create function incident_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update incident set whistles = whistles - 1 where community_id = old.community_id and id = old.incident_id;
  update incident set whistles = whistles + 1 where community_id = new.community_id and id = new.incident_id;
  return null;
end $$;
create trigger incident_counts after update of incident_id on whistle for each row
  when (old.incident_id is distinct from new.incident_id) execute function incident_counts();

-- 定期回访: the one question that was asked of somebody after their whistle was closed, and what they said.
create table whistle_survey (
  community_id uuid not null,
  whistle_id uuid not null,
  person_id uuid not null references person,
  asked_at timestamptz not null,
  answer text check (answer in ('well', 'broken', 'unsure')),
  answered_at timestamptz,
  primary key (community_id, whistle_id),
  foreign key (community_id, whistle_id) references whistle,
  check ((answer is null) = (answered_at is null))
);
create index whistle_survey_in_order on whistle_survey (community_id, asked_at);
create index whistle_survey_of on whistle_survey (person_id);
create index whistle_closed on whistle (closed_at) where state = 'closed';
create index whistle_followed_up on whistle (community_id, followed_up_at) where followed_up_at is not null;

-- A spreadsheet of the rates that somebody has made, month by month; it and its files go after a day.
create table rates_export (
  community_id uuid not null references community,
  id uuid not null,
  person_id uuid not null references person,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  months integer not null check (months > 0),
  done integer not null default 0 check (done between 0 and months),
  at timestamptz not null,
  primary key (community_id, id)
);
create index rates_export_at on rates_export (at);
create index rates_export_by on rates_export (person_id);

do $$ declare t text; begin
  foreach t in array array['incident', 'incident_building', 'incident_answer', 'whistle_survey', 'rates_export'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

create policy reads on incident for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[])
  or compound_id = any ((select my_given())::uuid[]));
create policy opens on incident for insert to app with check (community_id = any ((select my_communities())::uuid[]));
create policy ends on incident for update to app using (community_id = any ((select my_communities())::uuid[]));
create policy reads on incident_building for select to app using (
  exists (select 1 from incident i where i.community_id = incident_building.community_id and i.id = incident_building.incident_id));
create policy opens on incident_building for insert to app with check (community_id = any ((select my_communities())::uuid[]));
create policy reads on incident_answer for select to app using (
  exists (select 1 from incident i where i.community_id = incident_answer.community_id and i.id = incident_answer.incident_id));
create policy answers on incident_answer for insert to app with check (community_id = any ((select my_communities())::uuid[]));
create policy reads on whistle_survey for select to app using (
     person_id = (select me())
  or community_id = any ((select my_communities())::uuid[]));
create policy answers on whistle_survey for update to app using (person_id = (select me()));
create policy mine on rates_export to app using (person_id = (select me()));
-- only of places whose numbers they may see: workers of the community, and whoever belongs to one of its compounds
create policy reaches on rates_export as restrictive for insert to app with check (
     community_id = any ((select my_communities())::uuid[])
  or exists (select 1 from compound c where c.community_id = rates_export.community_id and c.id = any ((select my_compounds())::uuid[])));
create policy asks on whistle_survey to tick using (true) with check (true);
create policy clears on rates_export to tick using (true);

grant select, insert, update (ended_at) on incident to app;
grant select, insert on incident_building, incident_answer to app;
grant select, update (answer, answered_at) on whistle_survey to app;
grant select, insert, update (done) on rates_export to app;
grant select, insert on whistle_survey to tick;
grant select, delete on rates_export to tick;

-- Who is asked: the first reporter of what was closed so many days ago, one in so many by a hash that stays. Who reported what is
-- shown to the scheduler for nothing else.
create function surveys_due(on_at timestamptz, days integer, within_days integer, one_in integer, at_most integer)
returns table (community_id uuid, whistle_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.community_id, w.id, r.person_id from whistle w
  join whistle_reporter r on r.community_id = w.community_id and r.whistle_id = w.id and r.first
  join person p on p.id = r.person_id and p.erased_at is null
  where w.state = 'closed' and w.outcome in ('solved', 'unanswered')
    and w.closed_at <= on_at - make_interval(days => days) and w.closed_at > on_at - make_interval(days => days + within_days)
    and hashtextextended(w.id::text, 0) % one_in = 0
    and not exists (select 1 from whistle_survey s where s.community_id = w.community_id and s.whistle_id = w.id)
  order by w.community_id, w.id limit at_most
$$;
revoke execute on function surveys_due(timestamptz, integer, integer, integer, integer) from public;
grant execute on function surveys_due(timestamptz, integer, integer, integer, integer) to tick;

-- 三率: every whistle that counts in a period, once for each rate in which it counts; shared/rates/definitions.ts says the same in
-- words; of one rate alone, or of all three. A whistle counts once: by the first deadline that was missed, or else by the one that
-- runs; for its lead (by_lead), by what was missed since it lies there. Without persons, so that a compound's own bodies, who do not reach its whistles, may see how it stands.
create function rated_whistles(of_communities uuid[], since timestamptz, until timestamptz, on_at timestamptz, of_rate text, by_lead boolean)
returns table (rate text, at timestamptz, met boolean, unanswered boolean, community_id uuid, whistle_id uuid, compound_id uuid,
  building_id uuid, category text, state text, submitted_at timestamptz, responded_at timestamptz, outcome text, stars smallint,
  party_kind text, party_id uuid, party text)
language sql stable security definer set search_path = public, pg_temp rows 5000 as $$
  with counted as (
    select 'response' as rate, c.at, coalesce(c.missed_at is null and responded_at <= response_due_at, false) as met, false as unanswered,
      community_id, id, compound_id, building_id, category, state, submitted_at, responded_at, outcome, stars
    from whistle
    cross join lateral (select case when by_lead then lead_response_missed_at else response_missed_at end) m(missed_at)
    cross join lateral (select m.missed_at, coalesce(m.missed_at, response_due_at)) c(missed_at, at)
    where coalesce(of_rate = 'response', true) and community_id = any (of_communities)
      -- one of these is the deadline that counts; each has its index
      and ((response_due_at >= since and response_due_at < until) or (response_missed_at >= since and response_missed_at < until)
        or (lead_response_missed_at >= since and lead_response_missed_at < until))
      and c.at >= since and c.at < until and c.at <= on_at
      -- while it is paused its deadline does not come nearer
      and (paused_at is null or c.at <= paused_at)
    union all
    select 'resolved', c.at, coalesce(outcome = 'solved', false), coalesce(outcome = 'unanswered', false),
      community_id, id, compound_id, building_id, category, state, submitted_at, responded_at, outcome, stars
    from whistle
    cross join lateral (select coalesce(case when by_lead then lead_resolution_missed_at else resolution_missed_at end, resolution_due_at)) c(at)
    where coalesce(of_rate = 'resolved', true) and community_id = any (of_communities)
      and ((resolution_due_at >= since and resolution_due_at < until) or (resolution_missed_at >= since and resolution_missed_at < until)
        or (lead_resolution_missed_at >= since and lead_resolution_missed_at < until))
      and c.at >= since and c.at < until and c.at <= on_at
      and (paused_at is null or c.at <= paused_at)
    union all
    select 'satisfied', followed_up_at, coalesce(stars >= 4, false), false,
      community_id, id, compound_id, building_id, category, state, submitted_at, responded_at, outcome, stars
    from whistle where coalesce(of_rate = 'satisfied', true)
      and community_id = any (of_communities) and followed_up_at >= since and followed_up_at < until and followed_up_at <= on_at
  )
  select c.rate, c.at, c.met, c.unanswered, c.community_id, c.id, c.compound_id, c.building_id, c.category, c.state, c.submitted_at,
    c.responded_at, c.outcome, c.stars, d.kind, coalesce(d.organisation_id, d.compound_id), d.name
  from counted c
  -- the lead of the last dispatch; where a dispute was upheld and nobody was sent since, there is none
  left join dispatch d on d.community_id = c.community_id and d.whistle_id = c.id and d.lead and d.state in ('current', 'disputed', 'done')
  where c.state not in ('rejected', 'withdrawn', 'merged')
    and (c.community_id = any ((select my_communities())::uuid[]) or c.compound_id = any ((select my_compounds())::uuid[]))
$$;

-- What was answered to the questions that were asked in a period.
create function surveys_of(of_communities uuid[], of_compound uuid, since timestamptz, until timestamptz)
returns table (asked integer, answered integer, well integer, broken integer, unsure integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int, count(s.answer)::int, count(*) filter (where s.answer = 'well')::int,
    count(*) filter (where s.answer = 'broken')::int, count(*) filter (where s.answer = 'unsure')::int
  from whistle_survey s join whistle w on w.community_id = s.community_id and w.id = s.whistle_id
  where s.community_id = any (of_communities) and s.asked_at >= since and s.asked_at < until
    and (of_compound is null or w.compound_id = of_compound)
    and (s.community_id = any ((select my_communities())::uuid[]) or w.compound_id = any ((select my_compounds())::uuid[]))
$$;

-- How many people whose whistles are not over hear an answer in the app, and how many reported by telephone and have to be called.
create function incident_reaches(of_community uuid, of_incident uuid) returns table (people integer, callers integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select (select count(distinct r.person_id)::int from whistle w join whistle_reporter r on r.community_id = w.community_id and r.whistle_id = w.id
          where w.community_id = of_community and w.incident_id = of_incident and w.state not in ('closed', 'rejected', 'merged', 'withdrawn')),
    (select count(*)::int from whistle w join whistle_caller c on c.community_id = w.community_id and c.whistle_id = w.id
     where w.community_id = of_community and w.incident_id = of_incident and w.state not in ('closed', 'rejected', 'merged', 'withdrawn'))
  where of_community = any (my_communities())
$$;

do $$
declare f text;
begin
  foreach f in array array['rated_whistles(uuid[], timestamptz, timestamptz, timestamptz, text, boolean)',
    'surveys_of(uuid[], uuid, timestamptz, timestamptz)', 'incident_reaches(uuid, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
