-- A plan of rounds: of a grid, walked by its grid workers; or of a compound, walked by the property company that looks after it.
create table patrol_plan (
  community_id uuid not null references community,
  id uuid not null,
  kind text not null check (kind in ('grid', 'property')),
  grid_id uuid,
  compound_id uuid,
  organisation_id uuid references organisation,
  made_at timestamptz not null,
  -- what was sent, so that the same id with other content is known
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  -- the last day up to which it was told that nobody went
  told_until date not null,
  primary key (community_id, id),
  foreign key (community_id, grid_id) references grid,
  foreign key (community_id, compound_id) references compound,
  check ((kind = 'grid') = (grid_id is not null)),
  check ((kind = 'property') = (compound_id is not null)),
  check ((kind = 'property') = (organisation_id is not null))
);
create index patrol_plan_of_grid on patrol_plan (community_id, grid_id);
create index patrol_plan_of_company on patrol_plan (organisation_id) where organisation_id is not null;
create index patrol_plan_to_tell on patrol_plan (told_until);

-- How a plan is walked from a day on. Never changed: what is due on a past day stays as it was.
create table patrol_version (
  community_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  -- in which order they were made: of those that have begun the last made holds
  n integer not null check (n > 0),
  from_day date not null,
  name text not null check (name <> ''),
  rhythm jsonb not null check (rhythm ->> 'every' in ('day', 'weekday', 'week', 'month', 'never')),
  walker_ids uuid[] not null,
  made_at timestamptz not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, id),
  unique (community_id, plan_id, id),
  constraint patrol_version_in_order unique (community_id, plan_id, n),
  foreign key (community_id, plan_id) references patrol_plan,
  -- a change begins on a later day, a plan today at the earliest
  check (from_day > day_in_china(made_at) or (n = 1 and from_day = day_in_china(made_at)))
);

-- A place that is looked at; its code is printed once, whatever becomes of its name.
create table checkpoint (
  community_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  code text not null unique check (code ~ '^[0-9A-Za-z]{16}$'),
  primary key (community_id, id),
  unique (community_id, plan_id, id),
  foreign key (community_id, plan_id) references patrol_plan
);

-- A checkpoint as a version has it.
create table patrol_stop (
  community_id uuid not null,
  version_id uuid not null,
  checkpoint_id uuid not null,
  plan_id uuid not null,
  n integer not null check (n > 0),
  name text not null check (name <> ''),
  -- how the place was called then
  place text not null check (place <> ''),
  compound_id uuid not null,
  building_id uuid,
  lat double precision,
  lng double precision,
  primary key (community_id, version_id, checkpoint_id),
  unique (community_id, version_id, n),
  unique (community_id, version_id, name),
  foreign key (community_id, plan_id, version_id) references patrol_version (community_id, plan_id, id),
  foreign key (community_id, plan_id, checkpoint_id) references checkpoint (community_id, plan_id, id),
  foreign key (community_id, compound_id) references compound,
  -- it follows its building into another compound
  foreign key (community_id, compound_id, building_id) references building (community_id, compound_id, id) on update cascade,
  check ((lat is null) = (lng is null))
);
create index patrol_stop_of_checkpoint on patrol_stop (community_id, plan_id, checkpoint_id);
create index patrol_stop_of_building on patrol_stop (community_id, compound_id, building_id);

create function version_has_stops() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from patrol_stop where community_id = new.community_id and version_id = new.id) then
    raise exception 'a plan without a checkpoint' using errcode = 'check_violation', constraint = 'version_has_stops';
  end if;
  return null;
end $$;
create constraint trigger version_has_stops after insert on patrol_version deferrable initially deferred
  for each row execute function version_has_stops();

do $$ declare t text; begin
  foreach t in array array['patrol_plan', 'patrol_version', 'checkpoint', 'patrol_stop'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

-- Compounds in whose bodies the caller holds a seat today: committee, branch, supervisors.
create function my_bodies() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select compound_id from role_grant where person_id = me() and scope = 'compound'
    and from_day <= my_day() and (to_day is null or to_day >= my_day())) $$;
-- Grids that the caller walks, and communities at whose desk they sit, or above it.
create function my_grids() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select grid_id from role_grant where person_id = me() and role = 'gridWorker'
    and from_day <= my_day() and (to_day is null or to_day >= my_day())) $$;
create function my_desks() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select c.id from role_grant g
    join community c on c.id = g.community_id or c.subdistrict_id = g.subdistrict_id
      or c.subdistrict_id in (select s.id from subdistrict s where s.district_id = g.district_id)
    where g.person_id = me() and g.scope in ('community', 'subdistrict', 'district')
      and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day())) $$;
do $$ declare f text; begin
  foreach f in array array['my_bodies()', 'my_grids()', 'my_desks()'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;

-- Of a grid: its grid workers and whoever works for the community. Of a property company: they, itself, and the bodies of the compound.
create policy reach on patrol_plan for select to app using (
     (community_id = any ((select my_communities())::uuid[]) and (kind = 'property' or grid_id = any ((select my_grids())::uuid[])
       or community_id = any ((select my_desks())::uuid[])))
  or organisation_id = any ((select my_organisations())::uuid[])
  or (kind = 'property' and compound_id = any ((select my_bodies())::uuid[])));
create policy plans on patrol_plan for insert to app with check (
     (kind = 'grid' and community_id = any ((select my_desks())::uuid[]))
  or (kind = 'property' and organisation_id = any ((select my_workplaces())::uuid[]) and compound_id = any ((select my_given())::uuid[])));
create policy reach on patrol_version for select to app using ((community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
create policy reach on checkpoint for select to app using ((community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
create policy reach on patrol_stop for select to app using ((community_id, plan_id) in (select p.community_id, p.id from patrol_plan p));
-- whoever may make such a plan may change it; and to add a version or a checkpoint is all that can be done
create policy plans on patrol_version for insert to app with check (exists (select 1 from patrol_plan p
  where p.community_id = patrol_version.community_id and p.id = plan_id
    and (p.organisation_id = any ((select my_workplaces())::uuid[]) or (p.kind = 'grid' and p.community_id = any ((select my_desks())::uuid[])))));
create policy plans on checkpoint for insert to app with check (exists (select 1 from patrol_plan p
  where p.community_id = checkpoint.community_id and p.id = plan_id
    and (p.organisation_id = any ((select my_workplaces())::uuid[]) or (p.kind = 'grid' and p.community_id = any ((select my_desks())::uuid[])))));
create policy plans on patrol_stop for insert to app with check (exists (select 1 from patrol_plan p
  where p.community_id = patrol_stop.community_id and p.id = plan_id
    and (p.organisation_id = any ((select my_workplaces())::uuid[]) or (p.kind = 'grid' and p.community_id = any ((select my_desks())::uuid[])))));
grant select, insert on patrol_plan, patrol_version, checkpoint, patrol_stop to app;

create policy tells on patrol_plan to tick using (true);
create policy tells on patrol_version for select to tick using (true);
-- what is due and whether somebody came, not who
grant select (community_id, id, told_until), update (told_until) on patrol_plan to tick;
grant select (community_id, id, plan_id, n, from_day, rhythm) on patrol_version to tick;

-- Where a place lies today: its building may have moved into another compound, its compound may have become part of one.
create function place_now(of_community uuid, of_compound uuid, of_building uuid)
returns table (compound_id uuid, compound text, building_id uuid, building text)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive became(id, step) as (
    select coalesce(b.compound_id, of_compound), 0 from (select of_building as id) a
      left join building b on b.community_id = of_community and b.id = a.id
    union
    select l.after_id, step + 1 from became join compound_lineage l on l.community_id = of_community and l.before_id = became.id
  )
  select p.id, p.name, b.id, b.name from became
  join compound p on p.community_id = of_community and p.id = became.id and p.to_day is null
  left join building b on b.community_id = of_community and b.id = of_building
  where me() is not null order by step, p.id limit 1
$$;

-- Who may have gone: grid workers and people of property companies in a community, with the days of their roles. To those who
-- work for the community all of them; to a company its own.
create function patrol_walkers(of_community uuid)
returns table (grid_id uuid, organisation_id uuid, person_id uuid, name text, from_day date, to_day date)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.grid_id, g.organisation_id, g.person_id, coalesce(p.name, '已注销'), g.from_day, g.to_day
  from role_grant g join person p on p.id = g.person_id
  where (g.role = 'gridWorker' and g.community_id = of_community and of_community = any (my_communities()))
     or (g.role = 'responder'
       and g.organisation_id in (select e.organisation_id from engagement e join organisation o on o.id = e.organisation_id
         where e.community_id = of_community and o.kind = 'property')
       and (of_community = any (my_communities()) or g.organisation_id = any (my_organisations())))
  order by coalesce(p.name, ''), g.person_id
$$;

do $$ declare f text; begin
  foreach f in array array['place_now(uuid, uuid, uuid)', 'patrol_walkers(uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;

-- A checkpoint's code, scanned by whoever passes by, leads to its building like the one on the door.
create or replace function spot_of(of_code text)
returns table (community_id uuid, community text, compound_id uuid, compound text, building_id uuid, building text, entrance_id uuid, entrance text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.name, p.id, p.name, b.id, b.name, e.id, e.name
  from (select community_id, id as building_id, null::uuid as entrance_id from building where code = of_code
        union all select community_id, building_id, id from entrance where code = of_code
        union all (select s.community_id, s.building_id, null from checkpoint k join patrol_stop s on s.community_id = k.community_id and s.plan_id = k.plan_id
          and s.checkpoint_id = k.id join patrol_version v on v.community_id = s.community_id and v.id = s.version_id
          where k.code = of_code and s.building_id is not null order by v.n desc limit 1)) found
  join building b on b.community_id = found.community_id and b.id = found.building_id
  join compound p on p.community_id = b.community_id and p.id = b.compound_id
  join community c on c.id = b.community_id
  left join entrance e on e.community_id = found.community_id and e.id = found.entrance_id
  where me() is not null
$$;
