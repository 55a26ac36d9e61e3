-- A round as a phone tells it, piece by piece. Every time stands by the phone's own clock, beside it when the server heard of it and by
-- how many seconds its clock was ahead of the phone's then. Where somebody was is known at a tick alone.
create table patrol_round (
  community_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  person_id uuid not null references person,
  -- the day that it was walked on, by the phone's clock put right
  day date not null,
  started_at timestamptz not null,
  received_at timestamptz not null,
  -- the largest there was
  clock_ahead integer not null,
  finished_at timestamptz,
  -- how much there is of everything, told with the finish
  told_ticks integer,
  told_findings integer,
  told_looks integer,
  told_notes integer,
  -- how much has arrived
  ticks integer not null default 0,
  findings integer not null default 0,
  looks integer not null default 0,
  notes integer not null default 0,
  fixed integer not null default 0,
  whistled integer not null default 0,
  -- checkpoints of the version that were not ticked
  missed uuid[] not null,
  primary key (community_id, id),
  unique (community_id, id, version_id),
  unique (community_id, id, plan_id),
  foreign key (community_id, plan_id, version_id) references patrol_version (community_id, plan_id, id),
  check (finished_at >= started_at),
  check (num_nonnulls(finished_at, told_ticks, told_findings, told_looks, told_notes) in (0, 5)),
  -- nothing comes after the finish that was not told with it
  check (ticks <= told_ticks and findings <= told_findings and looks <= told_looks and notes <= told_notes)
);
create index patrol_round_by_day on patrol_round (community_id, day, plan_id);
create index patrol_round_of_plan on patrol_round (community_id, plan_id, day desc nulls first, id desc nulls first);
create index patrol_round_in_order on patrol_round (community_id, started_at desc nulls first, id desc nulls first);
create index patrol_round_by on patrol_round (person_id, day);

-- The same checkpoint may be ticked twice; it counts once.
create table round_tick (
  community_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  version_id uuid not null,
  checkpoint_id uuid not null,
  at timestamptz not null,
  received_at timestamptz not null,
  clock_ahead integer not null,
  way text not null check (way in ('scan', 'position', 'hand')),
  reason text check (length(reason) <= 100),
  lat double precision,
  lng double precision,
  -- how sure the phone was, and how far from the checkpoint's own position it was, in metres
  within double precision,
  metres_away integer,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, id),
  foreign key (community_id, round_id, version_id) references patrol_round (community_id, id, version_id),
  foreign key (community_id, version_id, checkpoint_id) references patrol_stop,
  check ((lat is null) = (lng is null))
);
create index round_tick_of on round_tick (community_id, round_id);

create table round_note (
  community_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  received_at timestamptz not null,
  -- emptied when that person goes
  words text check (length(words) <= 500),
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, id),
  foreign key (community_id, round_id) references patrol_round
);
create index round_note_of on round_note (community_id, round_id);
create index round_note_by on round_note (person_id);

-- What was seen. A whistle made from it has its id, so there is one at most, whoever makes it and how often.
create table finding (
  community_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  received_at timestamptz not null,
  clock_ahead integer not null,
  category text not null,
  words text check (length(words) <= 500),
  checkpoint_id uuid,
  compound_id uuid not null,
  building_id uuid,
  place text not null check (place <> ''),
  urgency text check (urgency in ('danger', 'ordinary', 'complex')),
  outcome text not null check (outcome in ('fixed', 'whistled', 'watched')),
  state text not null check (state in ('watched', 'fixed', 'whistled', 'gone')),
  whistle_id uuid,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, id),
  foreign key (community_id, round_id, version_id) references patrol_round (community_id, id, version_id),
  foreign key (community_id, round_id, plan_id) references patrol_round (community_id, id, plan_id),
  foreign key (community_id, version_id, checkpoint_id) references patrol_stop,
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, compound_id, building_id) references building (community_id, compound_id, id) on update cascade,
  foreign key (community_id, whistle_id) references whistle,
  check (whistle_id = id),
  check ((state = 'whistled') = (whistle_id is not null)),
  check (outcome <> 'fixed' or state = 'fixed'),
  check (outcome <> 'whistled' or state = 'whistled')
);
create index finding_of_round on finding (community_id, round_id);
create index finding_in_order on finding (community_id, at desc nulls first, id desc nulls first);
create index finding_watched on finding (community_id, plan_id, at) where state = 'watched';
create index finding_by on finding (person_id);
create index finding_of_building on finding (community_id, compound_id, building_id);

-- A look at a finding that is watched. It may come before the finding does, so nothing holds it to that.
create table finding_look (
  community_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  round_id uuid not null,
  plan_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  received_at timestamptz not null,
  clock_ahead integer not null,
  outcome text not null check (outcome in ('still', 'gone', 'fixed', 'whistled')),
  words text check (length(words) <= 500),
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, id),
  foreign key (community_id, round_id, plan_id) references patrol_round (community_id, id, plan_id)
);
create index finding_look_of on finding_look (community_id, finding_id, at);
create index finding_look_of_round on finding_look (community_id, round_id);
create index finding_look_by on finding_look (person_id);

-- Photos that belong to it by the ids that the phone minted: they come when they come, so nothing holds them to the files either.
create table finding_photo (
  community_id uuid not null,
  finding_id uuid not null,
  photo_id uuid not null,
  look_id uuid,
  after_work boolean not null,
  place integer not null,
  -- who says that they took it: nobody else's photo is shown
  person_id uuid not null references person,
  primary key (community_id, finding_id, photo_id, person_id),
  foreign key (community_id, look_id) references finding_look
);
create index finding_photo_of on finding_photo (community_id, photo_id);
create index finding_photo_by on finding_photo (person_id);

do $$ declare t text; begin
  foreach t in array array['patrol_round', 'round_tick', 'round_note', 'finding', 'finding_look', 'finding_photo'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

create policy reach on patrol_round for select to app using (
  person_id = (select me()) or (community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
create policy walks on patrol_round for insert to app with check (
  person_id = (select me()) and exists (select 1 from patrol_plan p where p.community_id = patrol_round.community_id and p.id = plan_id));
create policy goes_on on patrol_round for update to app using (person_id = (select me()));
create policy reach on round_tick for select to app using (
  exists (select 1 from patrol_round r where r.community_id = round_tick.community_id and r.id = round_id));
create policy walks on round_tick for insert to app with check (
  exists (select 1 from patrol_round r where r.community_id = round_tick.community_id and r.id = round_id and r.person_id = (select me())));
create policy reach on round_note for select to app using (
  person_id = (select me()) or exists (select 1 from patrol_round r where r.community_id = round_note.community_id and r.id = round_id));
create policy walks on round_note for insert to app with check (person_id = (select me())
  and exists (select 1 from patrol_round r where r.community_id = round_note.community_id and r.id = round_id and r.person_id = (select me())));
create policy reach on finding for select to app using (
  person_id = (select me()) or (community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
create policy walks on finding for insert to app with check (person_id = (select me())
  and exists (select 1 from patrol_round r where r.community_id = finding.community_id and r.id = round_id and r.person_id = (select me())));
-- whoever sees it may look again; the rules say what that may lead to
create policy looks on finding for update to app using ((community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
create policy reach on finding_look for select to app using (
  person_id = (select me()) or (community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
create policy walks on finding_look for insert to app with check (person_id = (select me())
  and exists (select 1 from patrol_round r where r.community_id = finding_look.community_id and r.id = round_id and r.person_id = (select me())));
create policy reach on finding_photo for select to app using (
  person_id = (select me()) or exists (select 1 from finding f where f.community_id = finding_photo.community_id and f.id = finding_id));
create policy walks on finding_photo for insert to app with check (person_id = (select me()));

grant select, insert, update (clock_ahead, finished_at, told_ticks, told_findings, told_looks, told_notes, ticks, findings, looks, notes,
  fixed, whistled, missed) on patrol_round to app;
grant select, insert, update (state, whistle_id) on finding to app;
grant select, insert on round_tick, round_note, finding_look, finding_photo to app;
create policy tells on patrol_round for select to tick using (true);
grant select (community_id, plan_id, day) on patrol_round to tick;

-- Which photos a finding has: those of its finder, and of whoever looked at it on rounds of the same plan.
create function photos_of_finding(of_community uuid, of_finding uuid)
returns table (photo_id uuid, look_id uuid, after_work boolean, place integer, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select fp.photo_id, fp.look_id, fp.after_work, fp.place, fp.person_id
  from finding f join finding_photo fp on fp.community_id = f.community_id and fp.finding_id = f.id
  left join finding_look l on l.community_id = fp.community_id and l.id = fp.look_id
  where f.community_id = of_community and f.id = of_finding
    and case when fp.look_id is null then fp.person_id = f.person_id else l.plan_id = f.plan_id and l.finding_id = f.id end
$$;
revoke execute on function photos_of_finding(uuid, uuid) from public;

-- A finding becomes a whistle, once: its id is the whistle's. What stands there under that id and is not from here fails.
create function whistle_finding(of_community uuid, of_finding uuid, hash bytea, on_at timestamptz, sent jsonb, entry jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if add_whistle(of_community, of_finding, hash, on_at, sent, entry, false, '{}', null, null, null) = 'taken' then
    raise exception 'another whistle has this id' using errcode = 'unique_violation', constraint = 'whistle_pkey';
  end if;
end $$;

-- What a finding has of photos goes with its whistle, whichever comes first: the whistle, the finding's word of the photo, or the photo.
create function finding_shows(of_community uuid, of_finding uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into whistle_photo (community_id, photo_id, whistle_id, entry_id, after_work, place)
  select f.community_id, p.id, f.whistle_id, null, fp.after_work, fp.place
  from finding f
  cross join lateral photos_of_finding(f.community_id, f.id) fp
  join photo p on p.community_id = f.community_id and p.id = fp.photo_id and p.author_id = fp.person_id
  where f.community_id = of_community and f.whistle_id is not null
    and f.id = of_finding
  on conflict do nothing
$$;
create function finding_takes_photo() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform finding_shows(new.community_id, new.finding_id);
  return null;
end $$;
create function photo_finds_whistle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform finding_shows(new.community_id, fp.finding_id) from finding_photo fp
    where fp.community_id = new.community_id and fp.photo_id = new.id;
  return null;
end $$;
create function whistle_takes_photos() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform finding_shows(new.community_id, new.id);
  return null;
end $$;
create trigger finding_takes_photo after insert on finding_photo for each row execute function finding_takes_photo();
create trigger photo_finds_whistle after insert on photo for each row execute function photo_finds_whistle();
create trigger whistle_takes_photos after insert or update of whistle_id on finding for each row
  when (new.whistle_id is not null) execute function whistle_takes_photos();

-- Photos of findings with what is known of each; may the caller look at one that nobody released yet: its author, the community,
-- and whoever else works at the company whose round it was.
create function finding_photos(of_community uuid, of_findings uuid[])
returns table (finding_id uuid, photo_id uuid, look_id uuid, after_work boolean, file_key text, arrived boolean, open_to_me boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.id, fp.photo_id, fp.look_id, fp.after_work, p.file_key, coalesce(p.state = 'ready', false),
    coalesce(p.state = 'ready' and (p.check_state = 'released' or (p.check_state = 'waiting' and (p.author_id = me()
      or of_community = any (my_communities()) or plan.organisation_id = any (my_organisations())))), false)
  from finding f
  cross join lateral photos_of_finding(f.community_id, f.id) fp
  join patrol_plan plan on plan.community_id = f.community_id and plan.id = f.plan_id
  left join photo p on p.community_id = f.community_id and p.id = fp.photo_id
    and (p.author_id = fp.person_id or (p.author_id is null and p.state = 'ready'))
  where f.community_id = of_community and f.id = any (of_findings)
    and (of_community = any (my_communities()) or plan.organisation_id = any (my_organisations())
      or (plan.kind = 'property' and plan.compound_id = any (my_bodies())) or f.person_id = me())
  order by fp.after_work, fp.look_id nulls first, fp.place, fp.photo_id
$$;

do $$ declare f text; begin
  foreach f in array array['whistle_finding(uuid, uuid, bytea, timestamptz, jsonb, jsonb)', 'finding_shows(uuid, uuid)',
    'finding_photos(uuid, uuid[])'] loop
    execute 'revoke execute on function ' || f || ' from public';
  end loop;
end $$;
grant execute on function whistle_finding(uuid, uuid, bytea, timestamptz, jsonb, jsonb), finding_photos(uuid, uuid[]) to app;

-- The person goes: what they wrote goes with them, what they walked and found stays.
create function patrols_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update finding set words = null, place = split_part(place, ' · ', 1) where person_id = new.id;
  update finding_look set words = null where person_id = new.id;
  update round_note set words = null where person_id = new.id;
  update round_tick t set reason = null, lat = null, lng = null, within = null, metres_away = null
    from patrol_round r where r.community_id = t.community_id and r.id = t.round_id and r.person_id = new.id;
  return null;
end $$;
create trigger patrols_forget after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function patrols_forget();
