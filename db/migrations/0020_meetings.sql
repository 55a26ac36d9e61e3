-- A rhythm of meetings. Its dates become meetings three weeks ahead, by the scheduler, or before that by hand.
create table series (
  community_id uuid not null references community,
  id uuid not null,
  -- none: of the whole community
  compound_id uuid,
  kind text not null,
  title text not null check (title <> ''),
  -- RFC 5545, without begin, end and hours
  rule text not null check (rule like 'FREQ=%'),
  -- by the clock in China, 14:00
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null check (minutes between 10 and 720),
  spot text not null check (spot <> ''),
  from_day date not null,
  to_day date,
  convener_id uuid not null references person,
  chair_id uuid references person,
  recorder_id uuid references person,
  -- what was sent, so that the same id with other content is known
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  made_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, compound_id) references compound,
  check (chair_id is null or chair_id is distinct from recorder_id)
);
create index series_running on series (community_id, id) where to_day is null;

create table meeting (
  community_id uuid not null references community,
  id uuid not null,
  compound_id uuid,
  series_id uuid,
  -- the day on which it would be by its rhythm, wherever it was moved
  series_day date,
  kind text not null,
  title text not null check (title <> ''),
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 720),
  spot text not null check (spot <> ''),
  state text not null,
  convener_id uuid not null references person,
  chair_id uuid references person,
  recorder_id uuid references person,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  planned_at timestamptz not null,
  noticed_at timestamptz,
  began_at timestamptz,
  ended_at timestamptz,
  -- why it was not held
  reason text check (length(reason) <= 500),
  primary key (community_id, id),
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, series_id) references series,
  check ((series_id is null) = (series_day is null)),
  check (state in ('planned', 'noticed', 'underWay', 'held', 'notHeld')),
  check ((state = 'notHeld') = (reason is not null)),
  check (state <> 'noticed' or noticed_at is not null),
  check ((began_at is null) = (state in ('planned', 'noticed', 'notHeld'))),
  check ((ended_at is null) = (state <> 'held')),
  check (chair_id is null or chair_id is distinct from recorder_id),
  check (state not in ('underWay', 'held') or (chair_id is not null and recorder_id is not null))
);
create unique index meeting_date_once on meeting (community_id, series_id, series_day) where series_id is not null;
create index meeting_in_order on meeting (community_id, starts_at, id);
create index meeting_of_compound on meeting (community_id, compound_id, starts_at, id);
create index meeting_waiting on meeting (starts_at) where state in ('planned', 'noticed', 'underWay');

-- The moves that may be made at all; shared/meeting/states.ts says the same, and a test holds the two together.
create function meeting_moves() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from (values
    ('planned', 'noticed'), ('planned', 'notHeld'), ('noticed', 'notHeld'), ('planned', 'underWay'), ('noticed', 'underWay'),
    ('underWay', 'held')) moves(a, b) where a = old.state and b = new.state) then
    raise exception 'a meeting does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger meeting_moves before update of state on meeting for each row
  when (old.state is distinct from new.state) execute function meeting_moves();
create function meeting_begins() returns trigger language plpgsql as $$
begin
  if new.state <> 'planned' then raise exception 'a meeting begins as planned' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger meeting_begins before insert on meeting for each row execute function meeting_begins();

-- Who is invited: one column says whom, by the kind; the community itself needs none.
create table series_circle (
  community_id uuid not null,
  series_id uuid not null,
  kind text not null,
  compound_id uuid,
  building_id uuid,
  entrance_id uuid,
  organisation_id uuid references organisation,
  person_id uuid references person,
  of_id uuid generated always as (coalesce(compound_id, building_id, entrance_id, organisation_id, person_id, community_id)) stored,
  primary key (community_id, series_id, kind, of_id),
  foreign key (community_id, series_id) references series,
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, building_id) references building,
  foreign key (community_id, entrance_id) references entrance,
  constraint series_circle_by_kind check (case kind
    when 'community' then num_nonnulls(compound_id, building_id, entrance_id, organisation_id, person_id) = 0
    when 'building' then building_id is not null and num_nonnulls(compound_id, entrance_id, organisation_id, person_id) = 0
    when 'entrance' then entrance_id is not null and num_nonnulls(compound_id, building_id, organisation_id, person_id) = 0
    when 'organisation' then organisation_id is not null and num_nonnulls(compound_id, building_id, entrance_id, person_id) = 0
    when 'person' then person_id is not null and num_nonnulls(compound_id, building_id, entrance_id, organisation_id) = 0
    when 'compound' then compound_id is not null and num_nonnulls(building_id, entrance_id, organisation_id, person_id) = 0
    when 'committee' then compound_id is not null and num_nonnulls(building_id, entrance_id, organisation_id, person_id) = 0
    when 'branch' then compound_id is not null and num_nonnulls(building_id, entrance_id, organisation_id, person_id) = 0
    else false end)
);
create table meeting_circle (
  like series_circle including generated including constraints,
  primary key (community_id, series_id, kind, of_id)
);
alter table meeting_circle rename column series_id to meeting_id;
alter table meeting_circle
  rename constraint series_circle_by_kind to meeting_circle_by_kind;
alter table meeting_circle
  add foreign key (community_id, meeting_id) references meeting,
  add foreign key (community_id, compound_id) references compound,
  add foreign key (community_id, building_id) references building,
  add foreign key (community_id, entrance_id) references entrance,
  add foreign key (organisation_id) references organisation,
  add foreign key (person_id) references person;
create index meeting_circle_of_person on meeting_circle (person_id) where person_id is not null;
create index series_circle_of_person on series_circle (person_id) where person_id is not null;

create table meeting_move (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null check (reason <> '' and length(reason) <= 500),
  at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references meeting,
  check (from_at <> to_at)
);
create index meeting_move_of on meeting_move (community_id, meeting_id, at);

-- The agenda. The progress of a resolution has the resolution's own id as item.
create table meeting_item (
  community_id uuid not null,
  meeting_id uuid not null,
  id uuid not null,
  place integer not null,
  title text not null check (title <> ''),
  words text check (length(words) <= 1000),
  minutes integer check (minutes between 1 and 720),
  -- decided by the owners: needs the longer notice
  owners boolean not null default false,
  resolution_id uuid,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  at timestamptz not null,
  primary key (community_id, meeting_id, id),
  foreign key (community_id, meeting_id) references meeting
);
create table meeting_item_whistle (
  community_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  whistle_id uuid not null,
  primary key (community_id, meeting_id, item_id, whistle_id),
  foreign key (community_id, meeting_id, item_id) references meeting_item on delete cascade,
  foreign key (community_id, whistle_id) references whistle
);
create index meeting_item_of_whistle on meeting_item_whistle (community_id, whistle_id);
-- A whistle of another compound is none of this meeting's business; of another community it cannot be.
create function item_takes_whistle() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from meeting m join whistle w on w.community_id = m.community_id and w.id = new.whistle_id
      where m.community_id = new.community_id and m.id = new.meeting_id and (m.compound_id is null or m.compound_id = w.compound_id)) then
    raise exception 'the whistle is of another compound than the meeting' using errcode = 'check_violation', constraint = 'item_takes_whistle';
  end if;
  return new;
end $$;
create trigger item_takes_whistle before insert on meeting_item_whistle for each row execute function item_takes_whistle();

create table meeting_paper (
  community_id uuid not null,
  photo_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  place integer not null,
  primary key (community_id, photo_id),
  foreign key (community_id, photo_id) references photo,
  foreign key (community_id, meeting_id, item_id) references meeting_item on delete cascade
);
create index meeting_paper_of on meeting_paper (community_id, meeting_id, item_id, place);

-- Who was there: by the code on the recorder's screen, or written down by the recorder.
create table meeting_attendance (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid references person,
  -- a guest, or somebody of a home who is not registered there
  name text check (length(name) <= 30),
  present_as text not null check (present_as in ('owner', 'tenant', 'family', 'member', 'guest')),
  at timestamptz not null,
  written_by uuid references person,
  primary key (community_id, id),
  unique (community_id, meeting_id, id),
  foreign key (community_id, meeting_id) references meeting,
  check (person_id is not null or written_by is not null)
);
create unique index attendance_once on meeting_attendance (community_id, meeting_id, person_id) where person_id is not null;
create index attendance_of_meeting on meeting_attendance (community_id, meeting_id, at);
create index attendance_of_person on meeting_attendance (person_id) where person_id is not null;
create table attendance_home (
  community_id uuid not null,
  attendance_id uuid not null,
  home_id uuid not null,
  meeting_id uuid not null,
  present_as text not null check (present_as in ('owner', 'tenant', 'family')),
  by_recorder boolean not null,
  primary key (community_id, attendance_id, home_id),
  foreign key (community_id, meeting_id, attendance_id) references meeting_attendance (community_id, meeting_id, id) on delete cascade,
  foreign key (community_id, home_id) references home
);
create unique index attendance_home_written_once on attendance_home (community_id, meeting_id, home_id) where by_recorder;
create index attendance_home_of on attendance_home (community_id, meeting_id, home_id);

create table meeting_terms (
  community_id uuid primary key references community,
  notice_days integer not null check (notice_days between 0 and 30),
  -- 物业管理条例 14: not less than 15
  owners_notice_days integer not null check (owners_notice_days between 15 and 60),
  amend_hours integer not null check (amend_hours between 24 and 336),
  object_days integer not null check (object_days between 7 and 60),
  set_by uuid not null references person,
  set_at timestamptz not null
);

-- What the clock has already said, so that it says it once for each time that a meeting was set to.
create table meeting_reminder (
  community_id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('coming', 'unsettled')),
  due_at timestamptz not null,
  primary key (community_id, meeting_id, kind, due_at),
  foreign key (community_id, meeting_id) references meeting
);
