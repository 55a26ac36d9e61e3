-- Who reads, writes and signs minutes, who moves a resolution, and who sees who pledged what.
do $$ declare t text; begin
  foreach t in array array['minutes', 'minutes_entry', 'minutes_amendment', 'minutes_public', 'minutes_whole', 'minutes_correction', 'minutes_objection',
    'resolution', 'resolution_progress', 'resolution_photo', 'resolution_reminder', 'pledge_call', 'pledge'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

-- May the caller read what was written down? Whoever keeps the meeting; and, once it is no draft, whoever was there.
create function reads_minutes(of_community uuid, of_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp cost 1000 as $$
  select keeps_meeting(of_community, of_meeting) or (has_attended(of_community, of_meeting)
    and exists (select 1 from minutes m where m.community_id = of_community and m.meeting_id = of_meeting and m.state <> 'draft'))
$$;
-- Lives in a home of the circle; where no place was invited, in the compound.
create function is_resident_of(of_community uuid, of_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from circle_homes(of_community, of_meeting) h where h.home_id = any (my_homes()))
    or (not exists (select 1 from meeting_circle c where c.community_id = of_community and c.meeting_id = of_meeting
          and c.kind in ('compound', 'building', 'entrance'))
      and exists (select 1 from meeting m join home h on h.community_id = m.community_id and h.compound_id = m.compound_id
          where m.community_id = of_community and m.id = of_meeting and h.id = any (my_homes())))
$$;
-- Buildings in which the caller has a home: only there they read who pledged what.
create function my_home_buildings() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select distinct building_id from home where id = any (my_homes())) $$;

-- The public copy is for all of the community, so that it is in the minutes themselves that they stand there.
create policy reach on minutes for select to app using (community_id = any ((select my_neighbourhoods())::uuid[])
  or keeps_meeting(community_id, meeting_id) or is_invited(community_id, meeting_id));
create policy begins on minutes for insert to app with check (keeps_meeting(community_id, meeting_id));
create policy keeps on minutes for update to app using (keeps_meeting(community_id, meeting_id));
create policy reads on minutes_entry for select to app using (reads_minutes(community_id, meeting_id));
create policy writes on minutes_entry for insert to app with check (keeps_meeting(community_id, meeting_id));
create policy rewrites on minutes_entry for update to app using (keeps_meeting(community_id, meeting_id));
create policy strikes on minutes_entry for delete to app using (keeps_meeting(community_id, meeting_id));
create policy reads on minutes_amendment for select to app using (person_id = (select me()) or reads_minutes(community_id, meeting_id));
create policy amends on minutes_amendment for insert to app with check (person_id = (select me()) and has_attended(community_id, meeting_id));
create policy answers on minutes_amendment for update to app using (keeps_meeting(community_id, meeting_id));
create policy reads on minutes_public for select to app using (community_id = any ((select my_neighbourhoods())::uuid[])
  or is_invited(community_id, meeting_id));
create policy publishes on minutes_public for insert to app with check (keeps_meeting(community_id, meeting_id));
create policy reads on minutes_whole for select to app using (reads_minutes(community_id, meeting_id));
create policy publishes on minutes_whole for insert to app with check (keeps_meeting(community_id, meeting_id));
create policy reads on minutes_correction for select to app using (
  exists (select 1 from minutes_public p where p.community_id = minutes_correction.community_id and p.meeting_id = minutes_correction.meeting_id));
create policy corrects on minutes_correction for insert to app with check (keeps_meeting(community_id, meeting_id));
-- whose objection it was is read by nobody else: through minutes_objections below
create policy reads on minutes_objection for select to app using (person_id = (select me()) or keeps_meeting(community_id, meeting_id));
create policy objects on minutes_objection for insert to app with check (person_id = (select me()) and is_resident_of(community_id, meeting_id));
create policy answers on minutes_objection for update to app using (keeps_meeting(community_id, meeting_id));

create policy reads on resolution for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or (published and community_id = any ((select my_neighbourhoods())::uuid[]))
  or organisation_id = any ((select my_organisations())::uuid[])
  or (party_kind = 'committee' and party_compound_id = any ((select my_committees())::uuid[]))
  or (party_kind = 'branch' and party_compound_id = any ((select my_branches())::uuid[]))
  or party_building_id = any ((select my_buildings())::uuid[])
  or keeps_meeting(community_id, meeting_id) or has_attended(community_id, meeting_id));
create policy writes on resolution for insert to app with check (keeps_meeting(community_id, meeting_id));
-- whoever sees it may move it; the rules say which way, and what is published stays as it is
create policy moves on resolution for update to app using (true);
create policy strikes on resolution for delete to app using (keeps_meeting(community_id, meeting_id));
do $$ declare t text; begin
  foreach t in array array['resolution_progress', 'resolution_photo', 'pledge_call'] loop
    execute format('create policy reads on %1$I for select to app using (
      exists (select 1 from resolution r where r.community_id = %1$I.community_id and r.id = %1$I.resolution_id))', t);
    execute format('create policy adds on %1$I for insert to app with check (
      exists (select 1 from resolution r where r.community_id = %1$I.community_id and r.id = %1$I.resolution_id))', t);
  end loop;
end $$;
create policy mine on resolution_progress for select to app using (person_id = (select me()));
create policy changes on pledge_call for update to app using (true);
create policy drops on pledge_call for delete to app using (exists (select 1 from resolution r
  where r.community_id = pledge_call.community_id and r.id = pledge_call.resolution_id and keeps_meeting(r.community_id, r.meeting_id)));
-- by home: to the home, to the building, and to whoever keeps the meeting
create policy reads on pledge for select to app using (
     person_id = (select me())
  or building_id = any ((select my_home_buildings())::uuid[])
  or building_id = any ((select my_buildings())::uuid[])
  or community_id = any ((select my_worked_communities())::uuid[])
  or exists (select 1 from resolution r where r.community_id = pledge.community_id and r.id = pledge.resolution_id
    and keeps_meeting(r.community_id, r.meeting_id)));
create policy gives on pledge for insert to app with check (
     (person_id = (select me()) and home_id = any ((select my_homes())::uuid[]))
  or (person_id is null and exists (select 1 from resolution r where r.community_id = pledge.community_id and r.id = pledge.resolution_id
    and keeps_meeting(r.community_id, r.meeting_id))));
create policy withdraws on pledge for update to app using (home_id = any ((select my_homes())::uuid[])
  or exists (select 1 from resolution r where r.community_id = pledge.community_id and r.id = pledge.resolution_id
    and keeps_meeting(r.community_id, r.meeting_id)));

grant select, insert, update (state, opened_at, amend_until, recorder_signed_by, recorder_signed_at, chair_signed_by, chair_signed_at,
  published_at, compound_id, year, number) on minutes to app;
grant select, insert, update (place, title, words, restricted, revision, changed_by, changed_at), delete on minutes_entry to app;
grant select, insert, update (decision, answer, answered_at) on minutes_amendment to app;
grant select, insert on minutes_public, minutes_whole, minutes_correction to app;
grant select, insert, update (answer, answered_at) on minutes_objection to app;
grant select, insert, update (item_id, words, party_kind, party_compound_id, party_building_id, organisation_id, party_name, due_on, whistle_id,
  votes_for, votes_against, votes_abstained, revision, state, done_on, published, changed_by, changed_at), delete on resolution to app;
grant select, insert on resolution_progress, resolution_photo to app;
grant select, insert, update (target_fen, share_fen, until_day), delete on pledge_call to app;
grant select, insert, update (withdrawn_at) on pledge to app;

create policy ticks on resolution for select to tick using (true);
create policy ticks on resolution_reminder to tick using (true) with check (true);
grant select on resolution to tick;
grant select, insert on resolution_reminder to tick;

-- Objections stand beneath the minutes without whose they are.
create function minutes_objections(of_community uuid, of_meeting uuid)
returns table (id uuid, words text, at timestamptz, mine boolean, answer text, answered_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.words, o.at, o.person_id = me(), o.answer, o.answered_at from minutes_objection o
  where o.community_id = of_community and o.meeting_id = of_meeting
    and (is_invited(of_community, of_meeting) or keeps_meeting(of_community, of_meeting) or exists (select 1 from compound c
      where c.community_id = of_community and (c.id = any (my_compounds()) or c.id = any (my_given()) or of_community = any (my_communities()))))
  order by o.at, o.id
$$;
-- Homes of the circle, and whether somebody was there: they stand in the part that is not for publishing.
create function homes_counted(of_community uuid, of_meeting uuid) returns table (label text, present boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.label, exists (select 1 from attendance_home a where a.community_id = of_community and a.meeting_id = of_meeting and a.home_id = h.home_id)
  from circle_homes(of_community, of_meeting) h where reads_minutes(of_community, of_meeting) order by h.sort_key, h.home_id
$$;
-- Who was there for no home: by office, never by name.
create function offices_present(of_community uuid, of_meeting uuid) returns table (role text, present_as text)
language sql stable security definer set search_path = public, pg_temp as $$
  select office_of(of_community, m.compound_id, a.person_id), a.present_as
  from meeting m join meeting_attendance a on a.community_id = m.community_id and a.meeting_id = m.id
  where m.community_id = of_community and m.id = of_meeting and reads_minutes(of_community, of_meeting)
    and not exists (select 1 from attendance_home h where h.community_id = a.community_id and h.attendance_id = a.id)
  order by a.at, a.id
$$;
-- A home of the circle, for whoever pledges or writes down a word.
create function home_of_circle(of_community uuid, of_resolution uuid, of_home uuid)
returns table (home_id uuid, building_id uuid, label text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.building_id, h.label from resolution r join home h on h.community_id = r.community_id and h.id = of_home
  where r.community_id = of_community and r.id = of_resolution and me() is not null
    and (exists (select 1 from circle_homes(r.community_id, r.meeting_id) c where c.home_id = h.id)
      or (not exists (select 1 from meeting_circle c where c.community_id = r.community_id and c.meeting_id = r.meeting_id
          and c.kind in ('compound', 'building', 'entrance')) and h.compound_id = r.compound_id))
$$;
create function resolution_photos(of_community uuid, of_resolution uuid)
returns table (progress_id uuid, photo_id uuid, file_key text, made boolean, released boolean, open_to_me boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.progress_id, w.photo_id, p.file_key, p.state = 'ready', p.check_state = 'released',
    p.state = 'ready' and (p.check_state = 'released' or (p.check_state = 'waiting' and (p.author_id = me() or of_community = any (my_communities())
      or exists (select 1 from resolution r where r.community_id = of_community and r.id = of_resolution and keeps_meeting(r.community_id, r.meeting_id)))))
  from resolution_photo w join photo p on p.community_id = w.community_id and p.id = w.photo_id
  where w.community_id = of_community and w.resolution_id = of_resolution and p.state <> 'refused'
  order by w.place, w.photo_id
$$;

-- What an item of the agenda says of a resolution is read by whoever reads the resolution.
drop policy reach on meeting_item;
create policy reach on meeting_item for select to app using (
  exists (select 1 from meeting m where m.community_id = meeting_item.community_id and m.id = meeting_item.meeting_id)
  and (resolution_id is null or exists (select 1 from resolution r
    where r.community_id = meeting_item.community_id and r.id = meeting_item.resolution_id)));
-- Open resolutions of its series come into the agenda of a meeting that begins, by themselves, before all else.
create function carry_resolutions(of_community uuid, of_meeting uuid, on_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into meeting_item (community_id, meeting_id, id, place, title, resolution_id, sent_hash, at)
  select m.community_id, m.id, r.id, row_number() over (order by r.due_on, r.id) - 1000, left(r.words, 40), r.id, sha256(convert_to(r.id::text, 'UTF8')), on_at
  from meeting m
  join resolution r on r.community_id = m.community_id and r.series_id = m.series_id and r.state = 'open' and r.meeting_id <> m.id
  where m.community_id = of_community and m.id = of_meeting and keeps_meeting(of_community, of_meeting)
  on conflict do nothing
$$;

do $$
declare f text;
begin
  foreach f in array array['reads_minutes(uuid, uuid)', 'is_resident_of(uuid, uuid)', 'my_home_buildings()', 'minutes_objections(uuid, uuid)',
    'homes_counted(uuid, uuid)', 'offices_present(uuid, uuid)', 'home_of_circle(uuid, uuid, uuid)', 'resolution_photos(uuid, uuid)', 'carry_resolutions(uuid, uuid, timestamptz)',
    'is_published(uuid, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;

-- Who keeps the meeting that decided it, and how its minutes stand: whoever does the work may not reach either.
create function around_resolution(of_community uuid, of_resolution uuid)
returns table (convener_id uuid, chair_id uuid, recorder_id uuid, minutes_state text, signed_once boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.convener_id, m.chair_id, m.recorder_id, n.state, coalesce(n.recorder_signed_at, n.chair_signed_at) is not null
  from resolution r join meeting m on m.community_id = r.community_id and m.id = r.meeting_id
  join minutes n on n.community_id = r.community_id and n.meeting_id = r.meeting_id
  where r.community_id = of_community and r.id = of_resolution and me() is not null
$$;
-- What a party of a meeting's compound is called; for a meeting of the whole community, of any compound in it.
create function party_named(of_community uuid, of_meeting uuid, of_kind text, of_party uuid) returns table (name text, is_building boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with m as (select * from meeting where community_id = of_community and id = of_meeting and keeps_meeting(of_community, of_meeting))
  select c.name || case of_kind when 'branch' then '党支部' when 'committee' then '业委会' else '居民' end, false from m
    join compound c on c.community_id = of_community and c.id = of_party and (m.compound_id is null or m.compound_id = c.id)
    where of_kind in ('branch', 'committee', 'residents')
  union all
  select b.name || '居民', true from m join building b on b.community_id = of_community and b.id = of_party and (m.compound_id is null or m.compound_id = b.compound_id)
    where of_kind = 'residents'
  union all
  select o.name, false from m join organisation o on o.id = of_party where of_kind = 'property' and exists (select 1 from engagement e
    where e.community_id = of_community and e.organisation_id = o.id and (e.compound_id is null or m.compound_id is null or e.compound_id = m.compound_id)
      and e.from_day <= my_day() and (e.to_day is null or e.to_day >= my_day()))
$$;
do $$
declare f text;
begin
  foreach f in array array['around_resolution(uuid, uuid)', 'party_named(uuid, uuid, text, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;

-- The next number within the compound (or the community) and the year of a meeting.
create function next_minutes_number(of_community uuid, of_meeting uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(n.number), 0) + 1 from meeting m
  join minutes n on n.community_id = m.community_id and n.compound_id is not distinct from m.compound_id
    and n.year = extract(year from day_in_china(m.starts_at))::int
  where m.community_id = of_community and m.id = of_meeting and keeps_meeting(of_community, of_meeting)
$$;
revoke execute on function next_minutes_number(uuid, uuid) from public;
grant execute on function next_minutes_number(uuid, uuid) to app;
