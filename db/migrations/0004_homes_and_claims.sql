-- Who belongs to a home: from the roll, from a claim, or written down by a worker.
create table home_tie (
  community_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  home_id uuid not null,
  kind text not null check (kind in ('owner', 'tenant')),
  name text,
  phone_cipher bytea,
  phone_index bytea,
  person_id uuid references person,
  from_day date not null,
  to_day date,
  representative boolean not null default false,
  primary key (community_id, id),
  foreign key (community_id, building_id, home_id) references home (community_id, building_id, id),
  check (to_day >= from_day),
  check ((phone_cipher is null) = (phone_index is null)),
  check (not representative or kind = 'owner')
);
create index tie_of_home on home_tie (community_id, home_id);
create index tie_of_person on home_tie (person_id) where person_id is not null;
create index tie_waiting_for_phone on home_tie (phone_index) where person_id is null;
create unique index tie_represents on home_tie (community_id, home_id) where representative;
create unique index tie_once on home_tie (community_id, home_id, person_id, kind) where person_id is not null and to_day is null;

create table claim (
  community_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  home_id uuid not null,
  person_id uuid not null references person,
  kind text not null check (kind in ('owner', 'tenant')),
  name text,
  words text,
  state text not null check (state in ('submitted', 'accepted', 'rejected', 'withdrawn')),
  submitted_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references person,
  reason text,
  primary key (community_id, id),
  foreign key (community_id, building_id, home_id) references home (community_id, building_id, id),
  check ((state in ('accepted', 'rejected')) = (decided_by is not null)),
  check (decided_by is null or decided_by <> person_id),
  check ((state = 'submitted') = (decided_at is null))
);
create unique index claim_once on claim (community_id, home_id, person_id) where state = 'submitted';
create index claim_by_state on claim (community_id, state, submitted_at desc nulls first, id);
create index claim_of_home on claim (community_id, home_id);
create index claim_of_person on claim (person_id, submitted_at desc);

call bind_rows('home_tie');
call bind_rows('claim');

create policy reach on home_tie to app using (
     community_id = any ((select my_communities())::uuid[])
  or building_id = any ((select my_buildings())::uuid[])
  or home_id = any ((select my_homes())::uuid[])
  or person_id = (select me()))
  with check (
     community_id = any ((select my_communities())::uuid[])
  or building_id = any ((select my_buildings())::uuid[])
  or home_id = any ((select my_homes())::uuid[]));
create policy reach on claim to app using (
     community_id = any ((select my_communities())::uuid[])
  or building_id = any ((select my_buildings())::uuid[])
  or person_id = (select me()));

-- A person is seen by themselves, and by those who see a home, a claim or a role of theirs.
create policy mine on person for update to app using (id = (select me()));
create policy reach on person for select to app using (
     id = (select me())
  or exists (select 1 from home_tie t where t.person_id = person.id)
  or exists (select 1 from role_grant g where g.person_id = person.id)
  or exists (select 1 from claim c where c.person_id = person.id));

grant select, insert, update (from_day, to_day, representative, person_id, name, phone_cipher, phone_index) on home_tie to app;
grant select, insert, update (state, decided_at, decided_by, reason) on claim to app;
