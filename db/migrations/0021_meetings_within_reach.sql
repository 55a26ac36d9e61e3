-- Who reaches series, meetings and who was there: row security, rights, and the narrow functions beside them.
do $$ declare t text; begin
  foreach t in array array['series', 'series_circle', 'meeting', 'meeting_circle', 'meeting_move', 'meeting_item', 'meeting_item_whistle',
    'meeting_paper', 'meeting_attendance', 'attendance_home', 'meeting_terms', 'meeting_reminder'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

-- Communities of which the caller sees a compound: to them is shown what is published, a copy without persons.
create function my_neighbourhoods() returns uuid[] language sql stable as $$ select array(select distinct community_id from compound) $$;

create function my_worked_communities() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select community_id from role_grant where person_id = me() and role = 'communityWorker'
    and from_day <= my_day() and (to_day is null or to_day >= my_day())) $$;

-- Is the caller invited? Whoever lives in a place that is, sits in a body that is, works for an organisation that is, or is named.
create function is_invited(of_community uuid, of_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp cost 1000 as $$
  select exists (select 1 from meeting_circle c where c.community_id = of_community and c.meeting_id = of_meeting and case c.kind
    when 'community' then of_community = any (my_worked_communities())
    when 'committee' then c.compound_id = any (my_committees())
    when 'branch' then c.compound_id = any (my_branches())
    when 'organisation' then c.organisation_id = any (my_organisations())
    when 'person' then c.person_id = me()
    when 'compound' then c.compound_id = any (my_compounds())
    when 'building' then c.building_id = any (my_buildings()) or exists (select 1 from home h
      where h.community_id = of_community and h.id = any (my_homes()) and h.building_id = c.building_id)
    else exists (select 1 from home h where h.community_id = of_community and h.id = any (my_homes()) and h.entrance_id = c.entrance_id)
      or exists (select 1 from role_grant g where g.person_id = me() and g.entrance_id = c.entrance_id
        and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())) end)
$$;
-- Keeps it: works for the community, called it, chairs it or writes it down.
create function keeps_meeting(of_community uuid, of_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp cost 1000 as $$
  select of_community = any (my_worked_communities()) or exists (select 1 from meeting m
    where m.community_id = of_community and m.id = of_meeting and me() in (m.convener_id, m.chair_id, m.recorder_id))
$$;
create function has_attended(of_community uuid, of_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp cost 1000 as $$
  select exists (select 1 from meeting_attendance a
    where a.community_id = of_community and a.meeting_id = of_meeting and a.person_id = me())
$$;

-- A compound's meetings are known in all of it; others to whoever is invited or keeps them.
create policy reach on meeting for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[])
  or compound_id = any ((select my_given())::uuid[])
  or is_invited(community_id, id) or keeps_meeting(community_id, id));
create policy plans on meeting for insert to app with check (
     community_id = any ((select my_worked_communities())::uuid[])
  or (convener_id = (select me()) and (compound_id = any ((select my_compounds())::uuid[]) or compound_id = any ((select my_given())::uuid[]))));
create policy keeps on meeting for update to app using (
  community_id = any ((select my_worked_communities())::uuid[]) or (select me()) in (convener_id, chair_id, recorder_id))
  with check (true);
create policy reach on series for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[])
  or compound_id = any ((select my_given())::uuid[]));
create policy adds on series for insert to app with check (
     community_id = any ((select my_worked_communities())::uuid[])
  or (convener_id = (select me()) and (compound_id = any ((select my_compounds())::uuid[]) or compound_id = any ((select my_given())::uuid[]))));
create policy ends on series for update to app using (
  community_id = any ((select my_worked_communities())::uuid[]) or (select me()) in (convener_id, chair_id, recorder_id));
create policy reach on series_circle for select to app using (person_id = (select me()) or
  exists (select 1 from series s where s.community_id = series_circle.community_id and s.id = series_circle.series_id));
create policy adds on series_circle for insert to app with check (exists (select 1 from series s
  where s.community_id = series_circle.community_id and s.id = series_circle.series_id
    and (s.community_id = any ((select my_worked_communities())::uuid[]) or s.convener_id = (select me()))));
create policy reach on meeting_circle for select to app using (person_id = (select me()) or
  exists (select 1 from meeting m where m.community_id = meeting_circle.community_id and m.id = meeting_circle.meeting_id));
create policy adds on meeting_circle for insert to app with check (keeps_meeting(community_id, meeting_id));
do $$ declare t text; begin
  foreach t in array array['meeting_move', 'meeting_item', 'meeting_item_whistle', 'meeting_paper'] loop
    execute format('create policy reach on %1$I for select to app using (
      exists (select 1 from meeting m where m.community_id = %1$I.community_id and m.id = %1$I.meeting_id))', t);
    execute format('create policy adds on %I for insert to app with check (keeps_meeting(community_id, meeting_id)
      or community_id = any ((select my_communities())::uuid[]))', t);
    execute format('create policy changes on %I for update to app using (keeps_meeting(community_id, meeting_id))', t);
    execute format('create policy drops on %I for delete to app using (keeps_meeting(community_id, meeting_id))', t);
  end loop;
end $$;
create policy reach on meeting_attendance for select to app using (person_id = (select me()) or keeps_meeting(community_id, meeting_id));
create policy signs_in on meeting_attendance for insert to app with check (
     (person_id = (select me()) and written_by is null and (is_invited(community_id, meeting_id) or keeps_meeting(community_id, meeting_id)))
  or (written_by = (select me()) and keeps_meeting(community_id, meeting_id)));
create policy undoes on meeting_attendance for delete to app using (keeps_meeting(community_id, meeting_id));
create policy reach on attendance_home for select to app using (
  exists (select 1 from meeting_attendance a where a.community_id = attendance_home.community_id and a.id = attendance_home.attendance_id));
create policy signs_in on attendance_home for insert to app with check (
  home_id = any ((select my_homes())::uuid[]) or keeps_meeting(community_id, meeting_id));
-- how long things take is told to whoever knows the community
create policy knows on meeting_terms for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or community_id = any ((select my_neighbourhoods())::uuid[])
  or community_id in (select e.community_id from engagement e));
create policy sets on meeting_terms for insert to app with check (community_id = any ((select my_worked_communities())::uuid[]));
create policy resets on meeting_terms for update to app using (community_id = any ((select my_worked_communities())::uuid[]));

grant select, insert, update (to_day) on series to app;
grant select, insert on series_circle, meeting_circle, meeting_move to app;
grant select, insert, update (title, starts_at, minutes, spot, state, chair_id, recorder_id, noticed_at, began_at, ended_at, reason) on meeting to app;
grant select, insert, update (place, title, words, minutes, owners, sent_hash), delete on meeting_item to app;
grant select, insert, delete on meeting_item_whistle, meeting_paper, meeting_attendance to app;
grant select, insert on attendance_home to app;
grant select, insert, update (notice_days, owners_notice_days, amend_hours, object_days, set_by, set_at) on meeting_terms to app;

-- The scheduler plans dates of a series ahead, reminds of meetings, and asks what became of one.
create policy ticks on series for select to tick using (true);
create policy ticks on series_circle for select to tick using (true);
create policy ticks on meeting to tick using (true) with check (true);
create policy ticks on meeting_circle for insert to tick with check (true);
create policy ticks on meeting_reminder to tick using (true) with check (true);
grant select on series, series_circle to tick;
grant select, insert on meeting, meeting_reminder to tick;
grant insert on meeting_circle to tick;

-- Homes of the circle: of which somebody may be there, and whose area counts.
create function circle_homes(of_community uuid, of_meeting uuid)
returns table (home_id uuid, label text, sort_key text, area_centiares integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.label, h.sort_key, h.area_centiares from home h
  where h.community_id = of_community and exists (select 1 from meeting_circle c
    where c.community_id = of_community and c.meeting_id = of_meeting and c.kind in ('compound', 'building', 'entrance') and (
         (c.kind = 'compound' and c.compound_id = h.compound_id) or c.building_id = h.building_id or c.entrance_id = h.entrance_id))
$$;

-- Who is there, against the circle: counts alone. Where owners decide, whoever rents counts as a person and not as a home.
create function presence_of(of_community uuid, of_meeting uuid)
returns table (people integer, homes integer, homes_of integer, area bigint, area_of bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  with circle as materialized (select * from circle_homes(of_community, of_meeting)),
  owners as (select exists (select 1 from meeting_item i where i.community_id = of_community and i.meeting_id = of_meeting and i.owners) as decide),
  here as (select distinct a.home_id from attendance_home a, owners
    where a.community_id = of_community and a.meeting_id = of_meeting and (not owners.decide or a.present_as <> 'tenant'))
  select (select count(*)::int from meeting_attendance a where a.community_id = of_community and a.meeting_id = of_meeting),
    (count(*) filter (where here.home_id is not null))::int, count(*)::int,
    coalesce(sum(c.area_centiares) filter (where here.home_id is not null), 0)::bigint, coalesce(sum(c.area_centiares), 0)::bigint
  from circle c left join here on here.home_id = c.home_id
  where of_community = any (my_communities()) or keeps_meeting(of_community, of_meeting) or is_invited(of_community, of_meeting)
    or exists (select 1 from meeting m where m.community_id = of_community and m.id = of_meeting
      and (m.compound_id = any (my_compounds()) or m.compound_id = any (my_given())))
$$;

-- All who are invited, to be told. shared/meeting/states.ts names the kinds.
create function circle_people(of_community uuid, of_meeting uuid, on_day date) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with circle as (select * from meeting_circle where community_id = of_community and meeting_id = of_meeting),
  held as (select g.* from role_grant g where g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day))
  select t.person_id from circle_homes(of_community, of_meeting) h
    join home_tie t on t.community_id = of_community and t.home_id = h.home_id and t.person_id is not null
      and t.from_day <= on_day and (t.to_day is null or t.to_day >= on_day)
  union
  select g.person_id from circle c join held g on case c.kind
    when 'community' then g.role = 'communityWorker' and g.community_id = of_community
    when 'committee' then g.role in ('committeeMember', 'committeeDirector') and g.community_id = of_community and g.compound_id = c.compound_id
    when 'branch' then g.role = 'branchSecretary' and g.community_id = of_community and g.compound_id = c.compound_id
    when 'organisation' then g.role in ('responder', 'liaison') and g.organisation_id = c.organisation_id
    when 'building' then g.community_id = of_community and g.building_id = c.building_id
    when 'entrance' then g.community_id = of_community and g.entrance_id = c.entrance_id
    else false end
  union
  select person_id from circle where kind = 'person'
$$;
create function how_many_invited(of_community uuid, of_meeting uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from circle_people(of_community, of_meeting, my_day()) where keeps_meeting(of_community, of_meeting)
$$;

-- Which office somebody holds in a compound or its community: the nearest to it.
create function office_of(of_community uuid, of_compound uuid, who uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select role from (
    select g.role, array_position(array['committeeDirector', 'committeeMember', 'branchSecretary', 'buildingLead', 'entranceLead', 'communityWorker',
        'gridWorker', 'responder', 'supervisor'], g.role) as rank
      from role_grant g left join building b on b.community_id = g.community_id and b.id = g.building_id
      left join entrance e on e.community_id = g.community_id and e.id = g.entrance_id
      where g.person_id = who and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())
        and (g.community_id = of_community and (coalesce(g.compound_id, b.compound_id, e.compound_id) is null or of_compound is null
               or coalesce(g.compound_id, b.compound_id, e.compound_id) = of_compound)
          or exists (select 1 from engagement n where n.community_id = of_community and n.organisation_id = g.organisation_id))
    union all
    select t.kind, 100 from home_tie t where t.community_id = of_community and t.person_id = who) o
  where rank is not null order by rank limit 1
$$;
-- Who can be named: everybody with an office in the compound or the community.
create function offices_in(of_community uuid, of_compound uuid) returns table (person_id uuid, name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, coalesce(p.name, ''), office_of(of_community, of_compound, p.id) from person p
  where p.erased_at is null and p.id in (
    select g.person_id from role_grant g left join building b on b.community_id = g.community_id and b.id = g.building_id
      left join entrance e on e.community_id = g.community_id and e.id = g.entrance_id
      where g.community_id = of_community and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())
        and (of_compound is null or coalesce(g.compound_id, b.compound_id, e.compound_id) is null
          or coalesce(g.compound_id, b.compound_id, e.compound_id) = of_compound)
    union
    select g.person_id from engagement n join role_grant g on g.organisation_id = n.organisation_id and g.role = 'responder'
        and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())
      where n.community_id = of_community and (n.compound_id is null or of_compound is null or n.compound_id = of_compound)
        and n.from_day <= my_day() and (n.to_day is null or n.to_day >= my_day()))
    and (of_community = any (my_communities()) or of_compound = any (my_compounds()) or of_compound = any (my_given()))
$$;
-- Convener, chair and recorder of a meeting: the office for whoever sees it, the name for those who keep it or were there.
create function meeting_offices(of_community uuid, of_meeting uuid)
returns table (post text, person_id uuid, name text, role text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.post, o.who, case when keeps_meeting(of_community, of_meeting) or has_attended(of_community, of_meeting) then p.name end,
    office_of(of_community, m.compound_id, o.who)
  from meeting m cross join lateral (values ('convener', m.convener_id), ('chair', m.chair_id), ('recorder', m.recorder_id)) o(post, who)
  join person p on p.id = o.who
  where m.community_id = of_community and m.id = of_meeting
$$;
-- The parts of a circle, with where they lie and what they are called: whoever is invited may not reach all of them. A person is
-- called by name only to those who work for the community; to others by their office.
create function circle_parts(of_community uuid, of_ids uuid[])
returns table (kind text, of_id uuid, compound_id uuid, building_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select 'community', id, null::uuid, null::uuid, name from community where id = any (of_ids) and id = of_community
  union all select k.kind, c.id, c.id, null, c.name || k.body from compound c
    cross join (values ('compound', ''), ('committee', '业委会'), ('branch', '党支部')) k(kind, body)
    where c.community_id = of_community and c.id = any (of_ids)
  union all select 'building', id, compound_id, id, name from building where community_id = of_community and id = any (of_ids)
  union all select 'entrance', e.id, e.compound_id, e.building_id, b.name || e.name
    from entrance e join building b on b.community_id = e.community_id and b.id = e.building_id
    where e.community_id = of_community and e.id = any (of_ids)
  union all select 'organisation', o.id, null, null, o.name from organisation o where o.id = any (of_ids)
    and exists (select 1 from engagement n where n.community_id = of_community and n.organisation_id = o.id)
  union all select 'person', p.id, null, null, case when of_community = any (my_communities()) then coalesce(p.name, '') else '' end
    from person p where p.id = any (of_ids) and exists (select 1 from role_grant g
      left join engagement n on n.organisation_id = g.organisation_id
      where g.person_id = p.id and of_community in (g.community_id, n.community_id))
$$;

-- Photos of papers, with whether the caller may look at one that nobody released yet.
create function meeting_papers(of_community uuid, of_meeting uuid)
returns table (item_id uuid, photo_id uuid, file_key text, made boolean, released boolean, open_to_me boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.item_id, w.photo_id, p.file_key, p.state = 'ready', p.check_state = 'released',
    p.state = 'ready' and (p.check_state = 'released' or (p.check_state = 'waiting'
      and (p.author_id = me() or keeps_meeting(of_community, of_meeting) or of_community = any (my_communities()))))
  from meeting_paper w join photo p on p.community_id = w.community_id and p.id = w.photo_id
  where w.community_id = of_community and w.meeting_id = of_meeting and p.state <> 'refused'
  order by w.place, w.photo_id
$$;

do $$
declare f text;
begin
  foreach f in array array['my_worked_communities()', 'is_invited(uuid, uuid)', 'keeps_meeting(uuid, uuid)', 'has_attended(uuid, uuid)',
    'circle_homes(uuid, uuid)', 'presence_of(uuid, uuid)', 'how_many_invited(uuid, uuid)', 'office_of(uuid, uuid, uuid)', 'offices_in(uuid, uuid)',
    'meeting_offices(uuid, uuid)', 'circle_parts(uuid, uuid[])', 'meeting_papers(uuid, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
  revoke execute on function circle_people(uuid, uuid, date) from public;
end $$;
