-- Units of which I am the Party organisation's liaison, and communities that I work for at the counter: Party membership is
-- sensitive (PIPL 28), so whoever merely reaches the rows of a community or an organisation does not see it.
create function my_units() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(organisation_id), '{}') from role_grant
  where person_id = me() and role = 'liaison' and from_day <= my_day() and (to_day is null or to_day >= my_day())
$$;
create function my_counters() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(community_id), '{}') from role_grant
  where person_id = me() and role = 'communityWorker' and from_day <= my_day() and (to_day is null or to_day >= my_day())
$$;

-- A person's separate yes (PIPL 29), and its end.
create table consent (
  person_id uuid not null references person,
  id uuid not null,
  version integer not null check (version > 0),
  given_at timestamptz not null,
  withdrawn_at timestamptz check (withdrawn_at >= given_at),
  primary key (person_id, id)
);
create unique index consent_once on consent (person_id) where withdrawn_at is null;

create table slip_roster (
  organisation_id uuid not null references organisation,
  id uuid not null,
  file_name text not null,
  file_key text not null,
  bytes integer not null check (bytes > 0),
  expires_day date not null,
  state text not null check (state in ('opened', 'checking', 'ready', 'refused', 'imported')),
  lines integer not null default 0,
  checked integer not null default 0 check (checked <= lines),
  bad integer not null default 0,
  adds jsonb,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  imported_at timestamptz,
  primary key (organisation_id, id),
  check ((state = 'imported') = (imported_at is not null))
);
create index slip_roster_by_age on slip_roster (opened_at);
create index slip_roster_by on slip_roster (opened_by);

create table slip_roster_line (
  organisation_id uuid not null,
  roster_id uuid not null,
  line integer not null,
  name text,
  phone_cipher bytea,
  phone_index bytea,
  problems jsonb,
  primary key (organisation_id, roster_id, line),
  foreign key (organisation_id, roster_id) references slip_roster
);

-- The unit's paper that sends a member home.
create table slip (
  organisation_id uuid not null references organisation,
  id uuid not null,
  number text not null unique check (number ~ '^\d{12}$'),
  -- gone with the person, once it was used
  name text,
  phone_cipher bytea,
  phone_index bytea,
  expires_day date not null,
  issued_by uuid not null references person,
  issued_at timestamptz not null,
  roster_id uuid,
  used_at timestamptz,
  used_by uuid references person,
  voided_at timestamptz,
  reminded_at timestamptz,
  primary key (organisation_id, id),
  check ((phone_cipher is null) = (phone_index is null)),
  check ((used_at is null) = (used_by is null)),
  check (used_at is null or voided_at is null),
  check (name is not null or used_at is not null),
  foreign key (organisation_id, roster_id) references slip_roster
);
-- nobody has two that wait
create unique index slip_waits_once on slip (organisation_id, name, phone_index) nulls not distinct where used_at is null and voided_at is null;
create index slip_in_order on slip (organisation_id, issued_at desc nulls first, id desc nulls first);
create index slip_by_roster on slip (organisation_id, roster_id) where roster_id is not null;
create index slip_used on slip (used_by) where used_by is not null;
create index slip_issued on slip (issued_by);
create index slip_slow on slip (issued_at) where used_at is null and voided_at is null and reminded_at is null;

call bind_rows('consent');
call bind_rows('slip_roster');
call bind_rows('slip_roster_line');
call bind_rows('slip');
create policy mine on consent to app using (person_id = (select me()));
create policy of_unit on slip_roster to app using (organisation_id = any ((select my_units())::uuid[]));
create policy of_unit on slip_roster_line to app using (organisation_id = any ((select my_units())::uuid[]));
create policy of_unit on slip to app using (organisation_id = any ((select my_units())::uuid[]));
create policy used_by_me on slip for select to app using (used_by = (select me()));
create policy clears on slip_roster for select to tick using (true);
create policy clears on slip_roster_line to tick using (true);
create policy reminds on slip to tick using (true);

grant select, insert, update (withdrawn_at) on consent to app;
grant select, insert, update (state, lines, checked, bad, adds, imported_at) on slip_roster to app;
grant select, insert, delete on slip_roster_line to app;
grant select, insert, update (voided_at) on slip to app;
grant select on slip_roster to tick;
grant select, delete on slip_roster_line to tick;
grant select (organisation_id, id, issued_by, issued_at, expires_day, used_at, voided_at, reminded_at), update (reminded_at) on slip to tick;

-- The slip that a member holds in their hand, found by its whole number and by nothing else, and held until it is theirs.
create function slip_in_hand(of_number text)
returns table (organisation_id uuid, id uuid, unit text, district_id uuid, name text, phone_index bytea, expires_day date, used_by uuid, voided boolean)
language sql security definer set search_path = public, pg_temp as $$
  select s.organisation_id, s.id, o.name, d.district_id, s.name, s.phone_index, s.expires_day, s.used_by, s.voided_at is not null
  from slip s join organisation o on o.id = s.organisation_id join subdistrict d on d.id = o.subdistrict_id
  where s.number = of_number and me() is not null for update of s
$$;
-- A unit's name is on its door.
create function unit_name(of_unit uuid) returns text language sql stable security definer set search_path = public, pg_temp as
  $$ select name from organisation where id = of_unit and me() is not null $$;
revoke execute on function slip_in_hand(text), unit_name(uuid) from public;
grant execute on function slip_in_hand(text), unit_name(uuid) to app;
