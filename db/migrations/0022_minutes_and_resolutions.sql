-- The minutes of a meeting: begun with it, and known by it.
create table minutes (
  community_id uuid not null,
  meeting_id uuid not null,
  state text not null check (state in ('draft', 'open', 'signed', 'published')),
  opened_at timestamptz,
  -- until then those who attended may ask for another wording
  amend_until timestamptz,
  recorder_signed_by uuid references person,
  recorder_signed_at timestamptz,
  chair_signed_by uuid references person,
  chair_signed_at timestamptz,
  published_at timestamptz,
  -- counted within the compound (or the community) and the year
  compound_id uuid,
  year integer,
  number integer check (number > 0),
  primary key (community_id, meeting_id),
  foreign key (community_id, meeting_id) references meeting,
  foreign key (community_id, compound_id) references compound,
  check ((recorder_signed_by is null) = (recorder_signed_at is null)),
  check ((chair_signed_by is null) = (chair_signed_at is null)),
  check (recorder_signed_by is null or recorder_signed_by is distinct from chair_signed_by),
  check (state <> 'draft' or num_nonnulls(opened_at, amend_until, recorder_signed_by, chair_signed_by) = 0),
  check (state = 'draft' or (opened_at is not null and amend_until >= opened_at)),
  check ((state in ('signed', 'published')) = (recorder_signed_by is not null and chair_signed_by is not null)),
  check (coalesce(recorder_signed_at >= amend_until, true) and coalesce(chair_signed_at >= amend_until, true)),
  check ((state = 'published') = (num_nonnulls(published_at, year, number) = 3)),
  check (state = 'published' or num_nonnulls(published_at, year, number) = 0)
);
create unique index minutes_number_once on minutes (community_id, compound_id, year, number) nulls not distinct where number is not null;

-- The moves that may be made at all; shared/minutes/states.ts says the same, and a test holds the two together.
create function minutes_moves() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from (values ('draft', 'open'), ('open', 'signed'), ('open', 'draft'), ('signed', 'draft'), ('signed', 'published'))
      moves(a, b) where a = old.state and b = new.state) then
    raise exception 'minutes do not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger minutes_moves before update of state on minutes for each row
  when (old.state is distinct from new.state) execute function minutes_moves();

-- What was said, item by item. What is not for publishing stands apart from what is.
create table minutes_entry (
  community_id uuid not null,
  meeting_id uuid not null,
  -- that of the agenda's item, or one of its own
  item_id uuid not null,
  place integer not null,
  title text not null check (title <> '' and length(title) <= 60),
  words text not null check (words <> '' and length(words) <= 5000),
  restricted text check (length(restricted) <= 5000),
  revision integer not null check (revision > 0),
  changed_by uuid not null references person,
  changed_at timestamptz not null,
  primary key (community_id, meeting_id, item_id),
  foreign key (community_id, meeting_id) references minutes
);

create table minutes_amendment (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  person_id uuid not null references person,
  words text check (length(words) <= 1000),
  at timestamptz not null,
  decision text check (decision in ('taken', 'declined')),
  answer text check (length(answer) <= 1000),
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references minutes,
  check ((decision is null) = (answered_at is null) and (decision is null) = (answer is null))
);
create index minutes_amendment_of on minutes_amendment (community_id, meeting_id, at);
create index minutes_amendment_by on minutes_amendment (person_id);

-- What was published: the text and its hash, which Postgres itself works out. docs/MINUTES.md says over which bytes.
create table minutes_public (
  community_id uuid not null,
  meeting_id uuid not null,
  compound_id uuid,
  day date not null,
  doc jsonb not null,
  text text not null,
  hash text not null,
  published_at timestamptz not null,
  primary key (community_id, meeting_id),
  foreign key (community_id, meeting_id) references minutes,
  constraint minutes_public_hash check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
create index minutes_public_in_order on minutes_public (community_id, published_at desc nulls first, meeting_id desc nulls first);
create index minutes_public_of_compound on minutes_public (community_id, compound_id, published_at desc nulls first, meeting_id desc nulls first);
-- The same with the part that is not for publishing: it begins with the public text.
create table minutes_whole (
  community_id uuid not null,
  meeting_id uuid not null,
  text text not null,
  hash text not null,
  primary key (community_id, meeting_id),
  foreign key (community_id, meeting_id) references minutes_public,
  constraint minutes_whole_hash check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);

-- Dated notes beneath a text that never changes.
create table minutes_correction (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  words text not null check (words <> '' and length(words) <= 1000),
  at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references minutes_public
);
create index minutes_correction_of on minutes_correction (community_id, meeting_id, at);
create table minutes_objection (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null references person,
  words text check (length(words) <= 1000),
  at timestamptz not null,
  answer text check (length(answer) <= 1000),
  answered_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references minutes_public,
  check ((answer is null) = (answered_at is null))
);
create index minutes_objection_of on minutes_objection (community_id, meeting_id, at);
create index minutes_objection_by on minutes_objection (person_id);

-- What was decided: who does it by when.
create table resolution (
  community_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  compound_id uuid,
  series_id uuid,
  item_id uuid,
  words text not null check (words <> '' and length(words) <= 1000),
  party_kind text not null check (party_kind in ('branch', 'committee', 'property', 'residents')),
  party_compound_id uuid,
  party_building_id uuid,
  organisation_id uuid references organisation,
  party_id uuid not null generated always as (coalesce(organisation_id, party_building_id, party_compound_id)) stored,
  party_name text not null check (party_name <> ''),
  due_on date not null,
  whistle_id uuid,
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  votes_abstained integer check (votes_abstained >= 0),
  revision integer not null check (revision > 0),
  state text not null check (state in ('open', 'done', 'dropped')),
  done_on date,
  published boolean not null default false,
  written_at timestamptz not null,
  changed_by uuid not null references person,
  changed_at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, meeting_id) references minutes,
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, series_id) references series,
  foreign key (community_id, party_compound_id) references compound,
  foreign key (community_id, party_building_id) references building,
  foreign key (community_id, whistle_id) references whistle,
  check (case party_kind
    when 'property' then organisation_id is not null and num_nonnulls(party_compound_id, party_building_id) = 0
    when 'residents' then organisation_id is null and num_nonnulls(party_compound_id, party_building_id) = 1
    else party_compound_id is not null and num_nonnulls(organisation_id, party_building_id) = 0 end),
  check (num_nonnulls(votes_for, votes_against, votes_abstained) in (0, 3)),
  check ((state = 'done') = (done_on is not null))
);
create index resolution_by_due on resolution (community_id, due_on, id) where state = 'open';
create index resolution_of_meeting on resolution (community_id, meeting_id, written_at, id);
create index resolution_of_series on resolution (community_id, series_id) where state = 'open' and series_id is not null;
create index resolution_in_order on resolution (community_id, due_on desc nulls first, id desc nulls first);
create index resolution_of_whistle on resolution (community_id, whistle_id) where whistle_id is not null;
create index resolution_due on resolution (due_on) where state = 'open';
alter table meeting_item add foreign key (community_id, resolution_id) references resolution;

create table resolution_progress (
  community_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  kind text not null check (kind in ('progress', 'done', 'dropped')),
  person_id uuid references person,
  -- by the party itself, or by the community for it
  by_party boolean not null,
  words text check (length(words) <= 1000),
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, resolution_id) references resolution
);
create index resolution_progress_of on resolution_progress (community_id, resolution_id, at);
create index resolution_progress_by on resolution_progress (person_id) where person_id is not null;
create table resolution_photo (
  community_id uuid not null,
  photo_id uuid not null,
  resolution_id uuid not null,
  progress_id uuid not null,
  place integer not null,
  primary key (community_id, photo_id),
  foreign key (community_id, photo_id) references photo,
  foreign key (community_id, progress_id) references resolution_progress
);
create index resolution_photo_of on resolution_photo (community_id, resolution_id, progress_id, place);
create table resolution_reminder (
  community_id uuid not null,
  resolution_id uuid not null,
  kind text not null check (kind in ('soon', 'overdue')),
  due_on date not null,
  primary key (community_id, resolution_id, kind, due_on),
  foreign key (community_id, resolution_id) references resolution
);

-- Money of the neighbours' own will, as a word and no more. What was pledged never exceeds what is needed.
create table pledge_call (
  community_id uuid not null,
  resolution_id uuid not null,
  target_fen bigint not null check (target_fen between 1 and 1000000000),
  share_fen bigint check (share_fen between 1 and 100000000),
  until_day date not null,
  pledged_fen bigint not null default 0,
  homes integer not null default 0 check (homes >= 0),
  primary key (community_id, resolution_id),
  foreign key (community_id, resolution_id) references resolution on delete cascade,
  constraint pledge_call_within check (pledged_fen between 0 and target_fen)
);
create table pledge (
  community_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  building_id uuid not null,
  home_id uuid not null,
  -- of the home; none where the recorder wrote down what somebody said
  person_id uuid references person,
  fen bigint not null check (fen between 1 and 100000000),
  at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, resolution_id) references pledge_call,
  foreign key (community_id, building_id, home_id) references home (community_id, building_id, id)
);
create unique index pledge_once on pledge (community_id, resolution_id, home_id) where withdrawn_at is null;
create index pledge_of on pledge (community_id, resolution_id, at);
create index pledge_by on pledge (person_id) where person_id is not null;

create function pledge_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sign integer := case when tg_op = 'INSERT' then 1 else -1 end;
begin
  update pledge_call set pledged_fen = pledged_fen + sign * new.fen, homes = homes + sign
    where community_id = new.community_id and resolution_id = new.resolution_id;
  return null;
end $$;
create trigger pledge_counts after insert on pledge for each row execute function pledge_counts();
create trigger pledge_counts_back after update of withdrawn_at on pledge for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function pledge_counts();

-- Published is frozen, for the app, for the scheduler and for whoever owns the tables.
create function is_published(of_community uuid, of_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from minutes where community_id = of_community and meeting_id = of_meeting and state = 'published')
$$;
create function minutes_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'published minutes never change' using errcode = 'check_violation', constraint = 'minutes_frozen';
end $$;
create trigger minutes_frozen before update or delete on minutes for each row when (old.state = 'published') execute function minutes_frozen();
create trigger minutes_frozen before update or delete on minutes_public for each row execute function minutes_frozen();
create trigger minutes_frozen before update or delete on minutes_whole for each row execute function minutes_frozen();
create trigger minutes_frozen before update or delete on minutes_correction for each row execute function minutes_frozen();
create function frozen_with_minutes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_published(coalesce(new.community_id, old.community_id), coalesce(new.meeting_id, old.meeting_id)) then
    raise exception 'published minutes never change' using errcode = 'check_violation', constraint = 'minutes_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger frozen_with_minutes before insert or update or delete on minutes_entry for each row execute function frozen_with_minutes();
create trigger frozen_with_minutes before insert or update or delete on meeting_attendance for each row execute function frozen_with_minutes();
create trigger frozen_with_minutes before insert or update or delete on attendance_home for each row execute function frozen_with_minutes();
create trigger frozen_with_minutes before insert or update or delete on meeting_item for each row execute function frozen_with_minutes();
create trigger frozen_with_minutes before insert on resolution for each row execute function frozen_with_minutes();
create function resolution_frozen() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.words, new.party_kind, new.party_compound_id, new.party_building_id, new.organisation_id, new.party_name, new.due_on, new.whistle_id, new.votes_for, new.votes_against,
      new.votes_abstained, new.revision, new.published, new.meeting_id) is distinct from (old.words, old.party_kind, old.party_compound_id, old.party_building_id, old.organisation_id, old.party_name,
      old.due_on, old.whistle_id, old.votes_for, old.votes_against, old.votes_abstained, old.revision, old.published, old.meeting_id) then
    raise exception 'published minutes never change' using errcode = 'check_violation', constraint = 'minutes_frozen';
  end if;
  return new;
end $$;
create trigger resolution_frozen before update or delete on resolution for each row when (old.published) execute function resolution_frozen();
create function pledge_call_frozen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from resolution r where r.community_id = old.community_id and r.id = old.resolution_id and r.published) then
    raise exception 'published minutes never change' using errcode = 'check_violation', constraint = 'minutes_frozen';
  end if;
  return new;
end $$;
create trigger pledge_call_frozen before update of target_fen, share_fen, until_day on pledge_call for each row execute function pledge_call_frozen();
-- nothing is ever done to a resolution that is over
create function resolution_moves() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' then raise exception 'a resolution does not go from % to %', old.state, new.state using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger resolution_moves before update of state on resolution for each row
  when (old.state is distinct from new.state) execute function resolution_moves();
