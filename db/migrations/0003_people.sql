create table person (
  id uuid primary key,
  name text,
  -- phones and openids are kept encrypted; the keyed index finds them again
  phone_cipher bytea,
  phone_index bytea unique,
  openid_cipher bytea,
  openid_index bytea unique,
  large_type text not null default 'system' check (large_type in ('system', 'on', 'off')),
  joined_at timestamptz not null,
  erased_at timestamptz,
  -- grows whenever what the person may reach changes
  reach_version bigint not null default 0,
  -- demo persons alone have these
  demo_order integer,
  demo_title text,
  demo_where text,
  check ((phone_cipher is null) = (phone_index is null)),
  check (erased_at is null or (name is null and phone_cipher is null and openid_cipher is null and demo_title is null))
);

create table session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references person,
  device text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  check (expires_at > opened_at)
);
create index session_of_person on session (person_id, opened_at desc);
create index session_over on session (expires_at);

create table organisation (
  id uuid primary key,
  subdistrict_id uuid not null references subdistrict,
  name text not null check (name <> ''),
  kind text not null check (kind in ('department', 'property', 'unit')),
  unique (subdistrict_id, name)
);

-- A community, or one compound of it, given to an organisation to work in.
create table engagement (
  community_id uuid not null references community,
  id uuid not null,
  organisation_id uuid not null references organisation,
  compound_id uuid,
  from_day date not null,
  to_day date,
  primary key (community_id, id),
  foreign key (community_id, compound_id) references compound,
  check (to_day >= from_day)
);
create unique index engagement_once on engagement (community_id, organisation_id, compound_id) nulls not distinct where to_day is null;
create index engagement_of_organisation on engagement (organisation_id);

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person,
  role text not null,
  scope text not null,
  district_id uuid references district,
  subdistrict_id uuid references subdistrict,
  community_id uuid references community,
  compound_id uuid,
  building_id uuid,
  entrance_id uuid,
  grid_id uuid,
  organisation_id uuid references organisation,
  from_day date not null,
  to_day date,
  granted_by uuid references person,
  granted_at timestamptz not null,
  check (to_day >= from_day - 1),
  -- one scope each, and below the community always with the community
  check (case scope
    when 'district' then district_id is not null and num_nonnulls(subdistrict_id, community_id, compound_id, building_id, entrance_id, grid_id, organisation_id) = 0
    when 'subdistrict' then subdistrict_id is not null and num_nonnulls(district_id, community_id, compound_id, building_id, entrance_id, grid_id, organisation_id) = 0
    when 'community' then community_id is not null and num_nonnulls(district_id, subdistrict_id, compound_id, building_id, entrance_id, grid_id, organisation_id) = 0
    when 'compound' then community_id is not null and compound_id is not null and num_nonnulls(district_id, subdistrict_id, building_id, entrance_id, grid_id, organisation_id) = 0
    when 'building' then community_id is not null and building_id is not null and num_nonnulls(district_id, subdistrict_id, compound_id, entrance_id, grid_id, organisation_id) = 0
    when 'entrance' then community_id is not null and entrance_id is not null and num_nonnulls(district_id, subdistrict_id, compound_id, building_id, grid_id, organisation_id) = 0
    when 'grid' then community_id is not null and grid_id is not null and num_nonnulls(district_id, subdistrict_id, compound_id, building_id, entrance_id, organisation_id) = 0
    when 'organisation' then organisation_id is not null and num_nonnulls(district_id, subdistrict_id, community_id, compound_id, building_id, entrance_id, grid_id) = 0
    else false end),
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, building_id) references building,
  foreign key (community_id, entrance_id) references entrance,
  foreign key (community_id, grid_id) references grid
);
create index grant_of_person on role_grant (person_id);
create index grant_of_community on role_grant (community_id, id);
create index grant_of_organisation on role_grant (organisation_id) where organisation_id is not null;
create unique index grant_once on role_grant
  (person_id, role, district_id, subdistrict_id, community_id, compound_id, building_id, entrance_id, grid_id, organisation_id)
  nulls not distinct where to_day is null;

call bind_rows('person');
call bind_rows('session');
call bind_rows('organisation');
call bind_rows('engagement');
call bind_rows('role_grant');

create policy mine on session for select to app using (person_id = (select me()));
create policy ends on session for update to app using (person_id = (select me()));

create policy reach on engagement to app using (
     community_id = any ((select my_communities())::uuid[])
  or organisation_id = any ((select my_organisations())::uuid[])
  or compound_id = any ((select my_compounds())::uuid[]))
  with check (community_id = any ((select my_communities())::uuid[]));

create policy reach on organisation for select to app using (
     id = any ((select my_organisations())::uuid[])
  or subdistrict_id = any ((select my_above())::uuid[])
  or subdistrict_id in (select c.subdistrict_id from community c where c.id = any ((select my_communities())::uuid[]))
  or exists (select 1 from engagement e where e.organisation_id = organisation.id));
create policy adds on organisation for insert to app with check (subdistrict_id = any ((select my_above())::uuid[]));

create policy reach on role_grant to app using (
     person_id = (select me())
  or community_id = any ((select my_communities())::uuid[])
  or subdistrict_id = any ((select my_above())::uuid[])
  or district_id = any ((select my_above())::uuid[])
  or organisation_id in (select o.id from organisation o where o.subdistrict_id = any ((select my_above())::uuid[])))
  with check (
     community_id = any ((select my_communities())::uuid[])
  or subdistrict_id = any ((select my_above())::uuid[])
  or district_id = any ((select my_above())::uuid[])
  or organisation_id in (select o.id from organisation o where o.subdistrict_id = any ((select my_above())::uuid[])));

grant select, update (ended_at) on session to app;
grant select, insert on organisation to app;
grant select, insert, update (to_day) on engagement, role_grant to app;
grant select, update (large_type, name, phone_cipher, phone_index) on person to app;
grant select, delete on session to tick;
create policy clears on session to tick using (true);
