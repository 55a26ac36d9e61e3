-- Above communities: names of places, which anybody with a session may read.
create table district (
  id uuid primary key,
  name text not null unique check (name <> '')
);
create table subdistrict (
  id uuid primary key,
  district_id uuid not null references district,
  name text not null check (name <> ''),
  unique (district_id, name)
);
create table community (
  id uuid primary key,
  subdistrict_id uuid not null references subdistrict,
  name text not null check (name <> ''),
  unique (subdistrict_id, name)
);

create table compound (
  community_id uuid not null references community,
  id uuid not null,
  name text not null check (name <> ''),
  management text not null check (management in ('none', 'selfManaged', 'lumpSum', 'feeBased', 'trust')),
  from_day date not null,
  to_day date,
  primary key (community_id, id),
  check (to_day >= from_day)
);
create unique index compound_name on compound (community_id, name) where to_day is null;

-- What a compound was made of, and what became of it.
create table compound_lineage (
  community_id uuid not null,
  before_id uuid not null,
  after_id uuid not null,
  on_day date not null,
  primary key (community_id, before_id, after_id),
  foreign key (community_id, before_id) references compound,
  foreign key (community_id, after_id) references compound
);

create table grid (
  community_id uuid not null references community,
  id uuid not null,
  name text not null check (name <> ''),
  primary key (community_id, id),
  unique (community_id, name)
);

create table building (
  community_id uuid not null,
  id uuid not null,
  compound_id uuid not null,
  grid_id uuid,
  name text not null check (name <> ''),
  sort_key text not null,
  code text not null unique check (code ~ '^[0-9A-Za-z]{16}$'),
  -- since when it belongs to its present compound
  since date not null,
  primary key (community_id, id),
  unique (community_id, compound_id, id),
  unique (community_id, compound_id, name),
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, grid_id) references grid
);
create index building_grid on building (community_id, grid_id);

-- To which compounds a building belonged before.
create table building_past (
  community_id uuid not null,
  building_id uuid not null,
  compound_id uuid not null,
  from_day date not null,
  to_day date not null,
  primary key (community_id, building_id, from_day, compound_id),
  foreign key (community_id, building_id) references building,
  foreign key (community_id, compound_id) references compound,
  check (to_day >= from_day)
);

-- Entrances and homes follow their building into another compound by themselves.
create table entrance (
  community_id uuid not null,
  id uuid not null,
  compound_id uuid not null,
  building_id uuid not null,
  name text not null check (name <> ''),
  sort_key text not null,
  code text not null unique check (code ~ '^[0-9A-Za-z]{16}$'),
  primary key (community_id, id),
  unique (community_id, building_id, id),
  unique (community_id, building_id, name),
  foreign key (community_id, compound_id, building_id) references building (community_id, compound_id, id) on update cascade
);
create index entrance_compound on entrance (community_id, compound_id, building_id);

create table home (
  community_id uuid not null,
  id uuid not null,
  compound_id uuid not null,
  building_id uuid not null,
  entrance_id uuid,
  number text not null check (number <> ''),
  label text not null,
  sort_key text not null,
  kind text not null check (kind in ('dwelling', 'shop', 'other')),
  area_centiares integer not null check (area_centiares between 1 and 10000000),
  -- somebody of this home has signed in; kept by the ties
  bound boolean not null default false,
  primary key (community_id, id),
  unique (community_id, building_id, id),
  unique nulls not distinct (community_id, building_id, entrance_id, number),
  foreign key (community_id, compound_id, building_id) references building (community_id, compound_id, id) on update cascade,
  foreign key (community_id, building_id, entrance_id) references entrance (community_id, building_id, id)
);
create index home_in_order on home (community_id, sort_key, id);
create index home_of_compound on home (community_id, compound_id, sort_key, id);
create index home_of_building on home (community_id, building_id, sort_key, id);

call bind_rows('district');
call bind_rows('subdistrict');
call bind_rows('community');
call bind_rows('compound');
call bind_rows('compound_lineage');
call bind_rows('grid');
call bind_rows('building');
call bind_rows('building_past');
call bind_rows('entrance');
call bind_rows('home');

create policy known on district for select to app using ((select me()) is not null);
create policy known on subdistrict for select to app using ((select me()) is not null);
create policy known on community for select to app using ((select me()) is not null);
create policy adds on community for insert to app with check (subdistrict_id = any ((select my_above())::uuid[]));

create policy reach on compound to app using (
     community_id = any ((select my_communities())::uuid[])
  or id = any ((select my_compounds())::uuid[])
  or id = any ((select my_given())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));
create policy reach on compound_lineage to app using (
     community_id = any ((select my_communities())::uuid[])
  or before_id = any ((select my_compounds())::uuid[])
  or after_id = any ((select my_compounds())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));
create policy reach on grid to app using (
     community_id = any ((select my_communities())::uuid[])
  or exists (select 1 from building b where b.community_id = grid.community_id and b.grid_id = grid.id))
  with check (community_id = any ((select my_communities())::uuid[]));
create policy reach on building to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[])
  or compound_id = any ((select my_given())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));
create policy reach on building_past to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));
create policy reach on entrance to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[])
  or compound_id = any ((select my_given())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));
create policy reach on home to app using (
     community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));

grant select on district, subdistrict to app;
grant select, insert on community, compound_lineage, building_past, grid, entrance to app;
grant select, insert, update (management, to_day) on compound to app;
grant select, insert, update (compound_id, grid_id, since) on building to app;
grant select, insert, update (kind, area_centiares) on home to app;
