-- A roll on its way in: opened, checked in pieces, taken in at once.
create table roll (
  community_id uuid not null,
  id uuid not null,
  compound_id uuid not null,
  file_name text not null,
  file_key text not null,
  bytes integer not null check (bytes > 0),
  state text not null check (state in ('opened', 'checking', 'ready', 'refused', 'imported')),
  lines integer not null default 0,
  checked integer not null default 0 check (checked <= lines),
  bad integer not null default 0,
  adds jsonb,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  imported_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, compound_id) references compound,
  check ((state = 'imported') = (imported_at is not null))
);
create index roll_by_age on roll (opened_at);

create table roll_line (
  community_id uuid not null,
  roll_id uuid not null,
  line integer not null,
  building text,
  entrance text,
  number text,
  kind text,
  area_centiares integer,
  label text,
  sort_key text,
  tie_kind text,
  name text,
  phone_cipher bytea,
  phone_index bytea,
  from_day date,
  to_day date,
  problems jsonb,
  primary key (community_id, roll_id, line),
  foreign key (community_id, roll_id) references roll
);

call bind_rows('roll');
call bind_rows('roll_line');
create policy reach on roll to app using (community_id = any ((select my_communities())::uuid[]));
create policy reach on roll_line to app using (community_id = any ((select my_communities())::uuid[]));
create policy clears on roll for select to tick using (true);
create policy clears on roll_line to tick using (true);
grant select, insert, update (state, lines, checked, bad, adds, imported_at) on roll to app;
grant select, insert, delete on roll_line to app;
grant select on roll to tick;
grant select, delete on roll_line to tick;
