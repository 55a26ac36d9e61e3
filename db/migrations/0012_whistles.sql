-- A whistle: one report of one problem, without a person in it. Who reported it stands beside it.
create table whistle (
  community_id uuid not null references community,
  id uuid not null,
  compound_id uuid not null,
  building_id uuid,
  entrance_id uuid,
  -- how the place was called when it was reported: departments do not reach the tables of places
  place text not null check (place <> ''),
  lat double precision,
  lng double precision,
  category text not null,
  urgency text not null check (urgency in ('danger', 'ordinary', 'complex')),
  source text not null check (source in ('resident', 'patrol', 'property', 'partyMember', 'phone', 'counter', 'box')),
  -- free words of whoever reported it; emptied when that person goes
  words text check (length(words) <= 2500),
  pieces text[] not null default '{}',
  -- what was sent, so that the same id with other content is known
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  state text not null,
  submitted_at timestamptz not null,
  -- since when each clock runs; a pause keeps both still
  response_from timestamptz not null,
  response_due_at timestamptz not null,
  resolution_from timestamptz not null,
  resolution_due_at timestamptz not null,
  -- when a clock that had begun was given more, by an answer or an extension: half time is half of what was left then
  response_set_at timestamptz,
  resolution_set_at timestamptz,
  -- the first deadline that passed unmet before another took its place, and the first one since the lead has it
  response_missed_at timestamptz,
  resolution_missed_at timestamptz,
  lead_response_missed_at timestamptz,
  lead_resolution_missed_at timestamptz,
  provisional boolean not null default false,
  paused_at timestamptz,
  responded_at timestamptz,
  resolved_at timestamptz,
  outcome text check (outcome in ('solved', 'half', 'not', 'unanswered')),
  stars smallint check (stars between 1 and 5),
  followed_up_at timestamptz,
  closed_at timestamptz,
  reopenings integer not null default 0,
  raised_at timestamptz,
  raised_for text check (raised_for in ('response', 'resolution', 'reopened')),
  merged_into uuid,
  incident_id uuid,
  joined integer not null default 0 check (joined >= 0),
  -- the deadline that runs now; nothing else sorts a board
  next_due_at timestamptz generated always as (case
    when state in ('submitted', 'accepted', 'dispatched') then response_due_at
    when state in ('responded', 'reopened') then resolution_due_at end) stored,
  primary key (community_id, id),
  foreign key (community_id, compound_id) references compound,
  -- it follows its building into another compound
  foreign key (community_id, compound_id, building_id) references building (community_id, compound_id, id) on update cascade,
  foreign key (community_id, building_id, entrance_id) references entrance (community_id, building_id, id),
  foreign key (community_id, merged_into) references whistle,
  check (entrance_id is null or building_id is not null),
  check ((lat is null) = (lng is null)),
  check ((state = 'merged') = (merged_into is not null)),
  check (merged_into is null or merged_into <> id),
  check ((state in ('needsInfo', 'tabled')) = (paused_at is not null)),
  check (state not in ('resolved', 'followedUp') or resolved_at is not null),
  check (state not in ('responded', 'resolved', 'followedUp') or responded_at is not null),
  check (state <> 'followedUp' or outcome is not distinct from 'solved'),
  check (state <> 'closed' or coalesce(outcome, '') in ('solved', 'unanswered')),
  check ((state in ('closed', 'rejected', 'merged', 'withdrawn')) = (closed_at is not null)),
  check ((raised_at is null) = (raised_for is null)),
  check (response_due_at >= response_from and resolution_due_at >= resolution_from),
  -- what the lead missed was missed
  check (lead_response_missed_at is null or coalesce(response_missed_at <= lead_response_missed_at, false)),
  check (lead_resolution_missed_at is null or coalesce(resolution_missed_at <= lead_resolution_missed_at, false))
);
create index whistle_in_order on whistle (community_id, submitted_at desc nulls first, id desc nulls first);
-- a board: what is open by its deadline, what stands still last; and by when it came, with what waits for an answer
create index whistle_by_due on whistle (community_id, next_due_at, id)
  where state in ('submitted', 'needsInfo', 'accepted', 'dispatched', 'responded', 'reopened', 'tabled');
create index whistle_to_accept on whistle (community_id, next_due_at, id) where state = 'submitted';
create index whistle_at_work on whistle (community_id, submitted_at desc nulls first, id desc nulls first)
  where state in ('submitted', 'needsInfo', 'accepted', 'dispatched', 'responded', 'reopened', 'tabled', 'resolved');
create index whistle_resolved on whistle (community_id, resolved_at, id) where state = 'resolved';
create index whistle_by_response on whistle (community_id, response_due_at);
create index whistle_by_resolution on whistle (community_id, resolution_due_at);
create index whistle_missed_response on whistle (community_id, response_missed_at) where response_missed_at is not null;
create index whistle_missed_resolution on whistle (community_id, resolution_missed_at) where resolution_missed_at is not null;
create index whistle_lead_missed_response on whistle (community_id, lead_response_missed_at) where lead_response_missed_at is not null;
create index whistle_lead_missed_resolution on whistle (community_id, lead_resolution_missed_at) where lead_resolution_missed_at is not null;
create index whistle_raised on whistle (community_id, raised_at desc nulls first, id desc nulls first) where raised_at is not null and closed_at is null;
create index whistle_running on whistle (next_due_at) where next_due_at is not null;
create index whistle_to_close on whistle (state, resolved_at) where state in ('resolved', 'followedUp');
create index whistle_provisional on whistle (id) where provisional and next_due_at is not null;
create index whistle_of_compound on whistle (community_id, compound_id, submitted_at desc nulls first, id desc nulls first);
create index whistle_merged on whistle (community_id, merged_into) where merged_into is not null;

-- The moves that may be made at all; shared/whistle/states.ts says the same, and a test holds the two together.
create function whistle_moves() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from (values
    ('submitted', 'needsInfo'), ('needsInfo', 'submitted'), ('submitted', 'accepted'),
    ('submitted', 'rejected'), ('needsInfo', 'rejected'), ('accepted', 'rejected'),
    ('submitted', 'merged'), ('needsInfo', 'merged'), ('accepted', 'merged'),
    ('submitted', 'withdrawn'), ('needsInfo', 'withdrawn'), ('accepted', 'withdrawn'),
    ('accepted', 'dispatched'), ('responded', 'dispatched'), ('reopened', 'dispatched'), ('dispatched', 'accepted'),
    ('dispatched', 'responded'), ('reopened', 'responded'), ('responded', 'resolved'),
    ('resolved', 'followedUp'), ('resolved', 'reopened'), ('followedUp', 'reopened'), ('closed', 'reopened'),
    ('resolved', 'closed'), ('followedUp', 'closed')) moves(a, b) where a = old.state and b = new.state) then
    raise exception 'a whistle does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger whistle_moves before update of state on whistle for each row
  when (old.state is distinct from new.state) execute function whistle_moves();
create function whistle_begins() returns trigger language plpgsql as $$
begin
  if new.state <> 'submitted' then raise exception 'a whistle begins as submitted' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger whistle_begins before insert on whistle for each row execute function whistle_begins();

-- Who met it: the first who whistled, and those who joined.
create table whistle_reporter (
  community_id uuid not null,
  whistle_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  first boolean not null,
  anonymous boolean not null,
  primary key (community_id, whistle_id, person_id),
  foreign key (community_id, whistle_id) references whistle
);
create unique index whistle_reporter_first on whistle_reporter (community_id, whistle_id) where first;
create index whistle_reporter_mine on whistle_reporter (person_id, at desc nulls first, whistle_id desc nulls first);

-- Somebody without the app, whose report was written down; told by telephone.
create table whistle_caller (
  community_id uuid not null,
  whistle_id uuid not null,
  name text,
  phone_cipher bytea,
  phone_index bytea,
  primary key (community_id, whistle_id),
  foreign key (community_id, whistle_id) references whistle,
  check ((phone_cipher is null) = (phone_index is null))
);
create index whistle_caller_phone on whistle_caller (phone_index) where phone_index is not null;

-- Work sent to a party's shared desk: one lead, which stays responsible, and co-parties that report to it.
create table dispatch (
  community_id uuid not null,
  id uuid not null,
  whistle_id uuid not null,
  kind text not null check (kind in ('organisation', 'committee', 'branch')),
  organisation_id uuid references organisation,
  -- the compound whose committee or branch it is
  compound_id uuid,
  name text not null check (name <> ''),
  lead boolean not null,
  -- the lead's own row, for all that went out with it
  with_id uuid not null,
  state text not null check (state in ('current', 'disputed', 'upheld', 'replaced', 'done')),
  at timestamptz not null,
  sent_hash bytea not null,
  taken_by uuid references person,
  extended boolean not null default false,
  resolved_by uuid references person,
  ended_at timestamptz,
  -- whose desk it is, by its kind
  party_id uuid generated always as (coalesce(organisation_id, compound_id)) stored,
  primary key (community_id, id),
  foreign key (community_id, whistle_id) references whistle,
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, with_id) references dispatch,
  check ((kind = 'organisation') = (organisation_id is not null)),
  check ((kind = 'organisation') = (compound_id is null)),
  check ((state in ('upheld', 'replaced', 'done')) = (ended_at is not null)),
  check (lead = (with_id = id))
);
create unique index dispatch_one_lead on dispatch (community_id, whistle_id) where lead and state in ('current', 'disputed', 'done');
create unique index dispatch_party_once on dispatch (community_id, with_id, kind, organisation_id, compound_id) nulls not distinct;
create index dispatch_of_whistle on dispatch (community_id, whistle_id, at);
-- a desk: what lies on it, and what ever did
create index dispatch_at_desk on dispatch (party_id, kind) where state in ('current', 'disputed');
create index dispatch_of_desk on dispatch (party_id, kind, at desc nulls first, id desc nulls first);
create index dispatch_disputed on dispatch (community_id, whistle_id) where state = 'disputed';

-- Free words and photos of a step: keyed by its line on the record, which holds neither.
create table whistle_note (
  community_id uuid not null,
  entry_id uuid not null,
  whistle_id uuid not null,
  person_id uuid references person,
  words text check (length(words) <= 2500),
  primary key (community_id, entry_id),
  foreign key (community_id, entry_id) references record,
  foreign key (community_id, whistle_id) references whistle
);
create index whistle_note_of on whistle_note (community_id, whistle_id);
create index whistle_note_by on whistle_note (person_id);

create table whistle_photo (
  community_id uuid not null,
  photo_id uuid not null,
  whistle_id uuid not null,
  -- the step that it belongs to; the report itself has none
  entry_id uuid,
  after_work boolean not null,
  place integer not null,
  primary key (community_id, photo_id),
  foreign key (community_id, photo_id) references photo,
  foreign key (community_id, whistle_id) references whistle,
  foreign key (community_id, entry_id) references record
);
create index whistle_photo_of on whistle_photo (community_id, whistle_id, place);

-- What the clock has already said, so that it says it once: for each deadline, and half time once since that was set.
create table whistle_reminder (
  community_id uuid not null,
  whistle_id uuid not null,
  kind text not null check (kind in ('responseHalf', 'responseDue', 'resolutionHalf', 'resolutionDue', 'raised')),
  of_at timestamptz not null,
  primary key (community_id, whistle_id, kind, of_at),
  foreign key (community_id, whistle_id) references whistle
);

-- How much time a community gives, where it is not the default.
create table whistle_clock (
  community_id uuid not null references community,
  category text not null,
  urgency text not null,
  response_amount integer not null check (response_amount between 1 and 720),
  response_unit text not null check (response_unit in ('hours', 'workingHours', 'workingDays')),
  resolution_amount integer not null check (resolution_amount between 1 and 720),
  resolution_unit text not null check (resolution_unit in ('hours', 'workingHours', 'workingDays')),
  set_by uuid not null references person,
  set_at timestamptz not null,
  primary key (community_id, category, urgency)
);

-- The working calendar where it differs from the library's, and the years that were published since.
create table calendar_day (
  day date primary key,
  works boolean not null
);
create table calendar_year (
  year integer primary key check (year between 2000 and 2200),
  published_on date not null
);

-- What a compound publishes: a copy without persons, kept by the triggers below.
create table whistle_public (
  community_id uuid not null,
  whistle_id uuid not null,
  compound_id uuid not null,
  building_id uuid,
  place text not null,
  category text not null,
  urgency text not null,
  state text not null,
  words text,
  pieces text[] not null,
  joined integer not null,
  submitted_at timestamptz not null,
  next_due_at timestamptz,
  lead text,
  closed_at timestamptz,
  steps jsonb not null default '[]',
  primary key (community_id, whistle_id),
  foreign key (community_id, whistle_id) references whistle
);
create index whistle_public_in_order on whistle_public (community_id, compound_id, submitted_at desc nulls first, whistle_id desc nulls first);
create index whistle_public_open on whistle_public (community_id, compound_id, submitted_at desc nulls first, whistle_id desc nulls first)
  where state in ('submitted', 'needsInfo', 'accepted', 'dispatched', 'responded', 'reopened', 'tabled');

do $$ declare t text; begin
  foreach t in array array['whistle', 'whistle_reporter', 'whistle_caller', 'dispatch', 'whistle_note', 'whistle_photo',
    'whistle_reminder', 'whistle_clock', 'calendar_day', 'calendar_year', 'whistle_public'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;

-- Compounds in whose committee, or branch, the caller holds a seat today.
create function my_committees() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select compound_id from role_grant where person_id = me() and role in ('committeeMember', 'committeeDirector')
    and from_day <= my_day() and (to_day is null or to_day >= my_day())) $$;
create function my_branches() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select compound_id from role_grant where person_id = me() and role = 'branchSecretary'
    and from_day <= my_day() and (to_day is null or to_day >= my_day())) $$;

-- May the caller see this whistle? Asked by the policies for whoever does not work for the community, and by the functions below,
-- which look past the policies.
create function sees_whistle(of_community uuid, of_whistle uuid) returns boolean
-- dear, so that it is asked for the few rows that are shown and not for all there are
language sql stable security definer set search_path = public, pg_temp cost 1000 as $$
  select of_community = any (my_communities())
    or exists (select 1 from whistle_reporter r where r.community_id = of_community and r.whistle_id = of_whistle and r.person_id = me())
    or exists (select 1 from dispatch d where d.community_id = of_community and d.whistle_id = of_whistle
      and (d.organisation_id = any (my_organisations())
        or (d.kind = 'committee' and d.compound_id = any (my_committees()))
        or (d.kind = 'branch' and d.compound_id = any (my_branches()))))
$$;
-- who else reported it, and for whom it was written down, is told by whistle_tellers, to the community's workers alone
create policy mine on whistle_reporter for select to app using (person_id = (select me()));
-- by hand one only joins, for oneself, and what one may read of; the first comes in with the report
create policy joins on whistle_reporter for insert to app with check (person_id = (select me()) and not first
  and (sees_whistle(community_id, whistle_id)
    or exists (select 1 from whistle_public p where p.community_id = whistle_reporter.community_id and p.whistle_id = whistle_reporter.whistle_id)));
-- parties of one whistle know of each other: whoever helps reports to the lead
create policy reach on dispatch for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or organisation_id = any ((select my_organisations())::uuid[])
  or (kind = 'committee' and compound_id = any ((select my_committees())::uuid[]))
  or (kind = 'branch' and compound_id = any ((select my_branches())::uuid[]))
  or sees_whistle(community_id, whistle_id));
create policy sends on dispatch for insert to app with check (community_id = any ((select my_communities())::uuid[]));
-- whoever reported it puts it back there when it is broken again
create policy works on dispatch for update to app using (
     community_id = any ((select my_communities())::uuid[])
  or organisation_id = any ((select my_organisations())::uuid[])
  or (kind = 'committee' and compound_id = any ((select my_committees())::uuid[]))
  or (kind = 'branch' and compound_id = any ((select my_branches())::uuid[]))
  or exists (select 1 from whistle_reporter r where r.community_id = dispatch.community_id and r.whistle_id = dispatch.whistle_id
             and r.person_id = (select me())));
create policy reach on whistle for select to app using (
  community_id = any ((select my_communities())::uuid[]) or sees_whistle(community_id, id));
-- whoever sees it may move it; the rules say which way
create policy moves on whistle for update to app using (true);
-- whoever else reads the words reads them in the timeline, which does not tell whose they are
create policy reach on whistle_note to app using (
     community_id = any ((select my_communities())::uuid[])
  or person_id = (select me()))
  with check (person_id = (select me()) and sees_whistle(community_id, whistle_id));
-- a line about a whistle is read by all whom it concerns: it is written only by whoever sees the whistle
create policy tells on record as restrictive for insert to app
  with check (subject_kind <> 'whistle' or sees_whistle(community_id, subject_id));
create policy reach on whistle_photo for select to app using (
  exists (select 1 from whistle w where w.community_id = whistle_photo.community_id and w.id = whistle_photo.whistle_id));
-- one's own photo, on what one sees
create policy adds on whistle_photo for insert to app with check (sees_whistle(community_id, whistle_id)
  and exists (select 1 from photo p where p.community_id = whistle_photo.community_id and p.id = whistle_photo.photo_id and p.author_id = (select me())));
create policy reach on whistle_clock to app using (community_id = any ((select my_communities())::uuid[]));
create policy knows on calendar_day for select to app using (true);
create policy knows on calendar_year for select to app using (true);
create policy reach on whistle_public for select to app using (
     compound_id = any ((select my_compounds())::uuid[])
  or community_id = any ((select my_communities())::uuid[])
  or compound_id = any ((select my_given())::uuid[]));

grant select, update (category, urgency, state, response_from, response_due_at, resolution_from, resolution_due_at, provisional,
  response_set_at, resolution_set_at, response_missed_at, resolution_missed_at, lead_response_missed_at, lead_resolution_missed_at,
  paused_at, responded_at, resolved_at, outcome, stars, followed_up_at, closed_at, reopenings, raised_at, raised_for, merged_into,
  incident_id) on whistle to app;
grant select, insert on whistle_reporter, whistle_note, whistle_photo to app;
grant select, insert, update (state, taken_by, extended, resolved_by, ended_at) on dispatch to app;
grant select, insert, update (response_amount, response_unit, resolution_amount, resolution_unit, set_by, set_at) on whistle_clock to app;
grant select on calendar_day, calendar_year, whistle_public to app;

-- The clocks of everybody's whistles are turned by the scheduler, which puts its own lines on the record, without an actor.
create policy ticks on whistle to tick using (true);
create policy ticks on dispatch to tick using (true);
create policy ticks on whistle_reminder to tick using (true) with check (true);
create policy ticks on whistle_clock for select to tick using (true);
create policy ticks on calendar_day for select to tick using (true);
create policy ticks on calendar_year for select to tick using (true);
create policy ticks on record for insert to tick with check (actor_id is null);
-- pauses are replayed from the record when a calendar is published
create policy replays on record for select to tick using (subject_kind = 'whistle');
grant select, update (state, outcome, closed_at, raised_at, raised_for, response_due_at, resolution_due_at, provisional) on whistle to tick;
grant select on dispatch, whistle_clock, calendar_day, calendar_year to tick;
grant update (state, ended_at) on dispatch to tick;
grant select, insert on whistle_reminder to tick;
grant select, insert on record to tick;

-- An id for a line that the scheduler writes: in the order of time, like those that the verbs mint (UUIDv7, RFC 9562).
create function record_id(at timestamptz) returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
    substring(int8send(floor(extract(epoch from at) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

-- A board says how many there ever were; nobody counts rows for it.
alter table tally add column whistles integer not null default 0;
create trigger tally_added after insert on whistle referencing new table as added for each statement execute function tally_places_added('whistles');

-- How many joined is counted where they are.
create function whistle_counts_joined() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update whistle set joined = joined + 1 where community_id = new.community_id and id = new.whistle_id;
  return null;
end $$;
create trigger whistle_counts_joined after insert on whistle_reporter for each row
  when (not new.first) execute function whistle_counts_joined();

create function whistle_publishes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into whistle_public as p (community_id, whistle_id, compound_id, building_id, place, category, urgency, state, words, pieces,
      joined, submitted_at, next_due_at, closed_at)
    values (new.community_id, new.id, new.compound_id, new.building_id, new.place, new.category, new.urgency, new.state, new.words,
      new.pieces, new.joined, new.submitted_at, new.next_due_at, new.closed_at)
  on conflict (community_id, whistle_id) do update set compound_id = excluded.compound_id, building_id = excluded.building_id,
    place = excluded.place, category = excluded.category, urgency = excluded.urgency, state = excluded.state, words = excluded.words,
    pieces = excluded.pieces, joined = excluded.joined, next_due_at = excluded.next_due_at, closed_at = excluded.closed_at;
  return null;
end $$;
create trigger whistle_publishes after insert or update on whistle for each row execute function whistle_publishes();

create function dispatch_publishes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update whistle_public set lead = (select d.name from dispatch d where d.community_id = new.community_id
      and d.whistle_id = new.whistle_id and d.lead and d.state in ('current', 'disputed', 'done'))
    where community_id = new.community_id and whistle_id = new.whistle_id;
  return null;
end $$;
create trigger dispatch_publishes after insert or update of state on dispatch for each row
  when (new.lead) execute function dispatch_publishes();

create function record_publishes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- of what stands beside a line, only what tells no more than the step itself
  update whistle_public set steps = steps || (jsonb_build_object('action', new.action, 'at', new.at) || jsonb_strip_nulls(jsonb_build_object(
      'by', new.after -> 'by', 'source', new.after -> 'source', 'outcome', new.after -> 'outcome', 'for', new.after -> 'for',
      'resolutionDue', new.after -> 'resolutionDue')))
    where community_id = new.community_id and whistle_id = new.subject_id;
  return null;
end $$;
create trigger record_publishes after insert on record for each row
  when (new.subject_kind = 'whistle' and new.action not in ('whistle.revealed', 'whistle.reminded', 'whistle.taken', 'whistle.handedOn', 'whistle.reported',
    'whistle.surveyAsked', 'whistle.surveyed'))
  execute function record_publishes();


-- The timeline: the record's own lines with their words, and without who it was, except for the community; who reported it stands
-- in none of them.
create function whistle_steps(of_community uuid, of_whistle uuid)
returns table (entry_id uuid, at timestamptz, action text, actor_role text, mine boolean, actor text, before jsonb, after jsonb, words text)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, r.at, r.action, r.actor_role, coalesce(r.actor_id = me(), false),
    case when of_community = any (my_communities()) and r.after ->> 'by' is distinct from 'reporter' then p.name end, r.before, r.after, n.words
  from record r
  left join person p on p.id = r.actor_id
  left join whistle_note n on n.community_id = r.community_id and n.entry_id = r.id
  where r.community_id = of_community and r.subject_id = of_whistle and r.subject_kind = 'whistle'
    and r.action not in ('whistle.revealed')
    and sees_whistle(of_community, of_whistle)
  order by r.id
$$;

-- Photos of a whistle with what is known of each; whether the caller may look at one that nobody released yet.
create function whistle_photos(of_community uuid, of_whistles uuid[])
returns table (whistle_id uuid, photo_id uuid, entry_id uuid, after_work boolean, file_key text, made boolean, released boolean, open_to_me boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.whistle_id, w.photo_id, w.entry_id, w.after_work, p.file_key, p.state = 'ready', p.check_state = 'released',
    p.state = 'ready' and (p.check_state = 'released' or (p.check_state = 'waiting' and (p.author_id = me()
      or of_community = any (my_communities())
      or exists (select 1 from dispatch d where d.community_id = of_community and d.whistle_id = w.whistle_id
        and d.state in ('current', 'disputed', 'done')
        and (d.organisation_id = any (my_organisations())
          or (d.kind = 'committee' and d.compound_id = any (my_committees()))
          or (d.kind = 'branch' and d.compound_id = any (my_branches())))))))
  from whistle_photo w
  join photo p on p.community_id = w.community_id and p.id = w.photo_id
  join whistle_public f on f.community_id = w.community_id and f.whistle_id = w.whistle_id
  where w.community_id = of_community and w.whistle_id = any (of_whistles)
    -- neighbours may look at what was released, when they wonder whether it is the same
    and (f.compound_id = any (my_compounds()) or sees_whistle(of_community, w.whistle_id))
    -- of one that was refused, or whose author has gone, there is nothing to show
    and p.state <> 'refused'
  order by w.place, w.photo_id
$$;

-- Where a report lies, from what the phone says: nothing, if the parts do not belong together.
create function whistle_spot(of_community uuid, of_compound uuid, of_building uuid, of_entrance uuid)
returns table (compound text, building text, entrance text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.name, b.name, e.name from compound p
  left join building b on b.community_id = p.community_id and b.compound_id = p.id and b.id = of_building
  left join entrance e on e.community_id = b.community_id and e.building_id = b.id and e.id = of_entrance
  where p.community_id = of_community and p.id = of_compound and p.to_day is null and me() is not null
    and (of_building is null) = (b.id is null) and (of_entrance is null) = (e.id is null)
$$;

-- How much time a community gives: whoever whistles is told, but does not reach its settings.
create function whistle_clocks(of_community uuid)
returns table (category text, urgency text, response_amount integer, response_unit text, resolution_amount integer, resolution_unit text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.category, c.urgency, c.response_amount, c.response_unit, c.resolution_amount, c.resolution_unit
  from whistle_clock c where c.community_id = of_community and me() is not null
$$;

-- A report comes in whole: the whistle, who reported it or for whom it was written down, its photos and its line on the
-- record. Once and only once; whoever sends it does not see the row before they are its reporter, hence a function.
create function add_whistle(of_community uuid, of_whistle uuid, hash bytea, on_at timestamptz, sent jsonb, entry jsonb, hidden boolean,
  photos uuid[], caller_name text, cipher bytea, idx bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if me() is null then raise exception 'signed out' using errcode = '28000'; end if;
  insert into whistle (community_id, id, compound_id, building_id, entrance_id, place, lat, lng, category, urgency, source, words, pieces,
      sent_hash, state, submitted_at, response_from, response_due_at, resolution_from, resolution_due_at, provisional)
    select of_community, of_whistle, r.compound_id, r.building_id, r.entrance_id, r.place, r.lat, r.lng, r.category, r.urgency, r.source,
      r.words, r.pieces, hash, 'submitted', on_at, on_at, r.response_due_at, on_at, r.resolution_due_at, r.provisional
    from jsonb_to_record(sent) as r(compound_id uuid, building_id uuid, entrance_id uuid, place text, lat double precision,
      lng double precision, category text, urgency text, source text, words text, pieces text[], response_due_at timestamptz,
      resolution_due_at timestamptz, provisional boolean)
    on conflict (community_id, id) do nothing;
  if not found then
    -- the hash holds who sent it, so nobody's report is another's
    return case when exists (select 1 from whistle where community_id = of_community and id = of_whistle and sent_hash = hash)
      then 'same' else 'taken' end;
  end if;
  if hidden is null then
    insert into whistle_caller (community_id, whistle_id, name, phone_cipher, phone_index)
      values (of_community, of_whistle, caller_name, cipher, idx);
  else
    insert into whistle_reporter (community_id, whistle_id, person_id, at, first, anonymous)
      values (of_community, of_whistle, me(), on_at, true, hidden);
  end if;
  insert into whistle_photo (community_id, photo_id, whistle_id, after_work, place)
    select of_community, photo_id, of_whistle, false, n from unnest(photos) with ordinality given(photo_id, n);
  insert into record (community_id, id, at, actor_id, actor_role, action, subject_kind, subject_id, after)
    select of_community, e.id, on_at, me(), e.role, 'whistle.submitted', 'whistle', of_whistle, e.after
    from jsonb_to_record(entry) as e(id uuid, role text, after jsonb);
  return 'added';
end $$;

-- Somebody of the compound who met it too: they see only the published copy before they join. Held first, then read.
create function whistle_to_join(of_community uuid, of_whistle uuid)
returns table (id uuid, compound_id uuid, building_id uuid, state text, joined integer, mine boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform 1 from whistle w where w.community_id = of_community and w.id = of_whistle for update;
  return query
    select w.id, w.compound_id, w.building_id, w.state, w.joined,
      exists (select 1 from whistle_reporter r where r.community_id = w.community_id and r.whistle_id = w.id and r.person_id = me())
    from whistle w
    where w.community_id = of_community and w.id = of_whistle and me() is not null
      and (w.compound_id = any (my_compounds()) or of_community = any (my_communities()) or w.compound_id = any (my_given())
           or sees_whistle(of_community, of_whistle));
end $$;

-- Whoever reported the one is told of the other into which it went.
create function merge_reporters(of_community uuid, from_whistle uuid, into_whistle uuid, on_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into whistle_reporter (community_id, whistle_id, person_id, at, first, anonymous)
  select r.community_id, into_whistle, r.person_id, on_at, false, r.anonymous from whistle_reporter r
  where r.community_id = of_community and r.whistle_id = from_whistle and of_community = any (my_communities())
  on conflict do nothing;
  -- whoever rang is counted alike
  update whistle set joined = joined + (
    with recursive here(id) as (
      select from_whistle
      union select w.id from here h join whistle w on w.community_id = of_community and w.merged_into = h.id)
    select count(*) from here h join whistle_caller c on c.community_id = of_community and c.whistle_id = h.id)
  where community_id = of_community and id = into_whistle and of_community = any (my_communities())
$$;

-- Who takes part at a desk: colleagues to hand work on to.
create function desk_colleagues(of_community uuid, of_dispatch uuid)
returns table (person_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, coalesce(p.name, '')
  from dispatch d
  join role_grant g on g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day()) and (
       (d.kind = 'organisation' and g.role = 'responder' and g.organisation_id = d.organisation_id)
    or (d.kind = 'committee' and g.role in ('committeeMember', 'committeeDirector') and g.community_id = d.community_id and g.compound_id = d.compound_id)
    or (d.kind = 'branch' and g.role = 'branchSecretary' and g.community_id = d.community_id and g.compound_id = d.compound_id))
  join person p on p.id = g.person_id and p.erased_at is null
  where d.community_id = of_community and d.id = of_dispatch
    and (of_community = any (my_communities()) or d.organisation_id = any (my_organisations())
      or (d.kind = 'committee' and d.compound_id = any (my_committees()))
      or (d.kind = 'branch' and d.compound_id = any (my_branches())))
  order by 2
$$;

-- Desks at which the caller works for an organisation: a liaison of it does not.
create function my_workplaces() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select array(select organisation_id from role_grant where person_id = me() and role = 'responder'
    and from_day <= my_day() and (to_day is null or to_day >= my_day())) $$;

-- Who has taken what lies on a desk: told to colleagues there and to the community.
create function taken_by_name(of_community uuid, of_dispatch uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(p.name, '') from dispatch d join person p on p.id = d.taken_by
  where d.community_id = of_community and d.id = of_dispatch
    and (of_community = any (my_communities()) or d.organisation_id = any (my_workplaces())
      or (d.kind = 'committee' and d.compound_id = any (my_committees()))
      or (d.kind = 'branch' and d.compound_id = any (my_branches())))
$$;

-- Who reported it, and for whom it was written down, with the number as it is kept: for the community's workers alone.
-- Somebody without the app who has the same number as a person is that person, who may read who looked.
create function whistle_tellers(of_community uuid, of_whistle uuid)
returns table (person_id uuid, written_as uuid, name text, phone_cipher bytea, anonymous boolean, first boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  -- it and what was merged into it: whoever rang about one of those is told of this one
  with recursive here(id) as (
    select of_whistle
    union select w.id from here h join whistle w on w.community_id = of_community and w.merged_into = h.id
  ),
  worker as (select 1 from role_grant where person_id = me() and role = 'communityWorker' and community_id = of_community
    and from_day <= my_day() and (to_day is null or to_day >= my_day()))
  select t.person_id, t.written_as, t.name, t.phone_cipher, t.anonymous, t.first from (
    select r.person_id, null::uuid as written_as, p.name, p.phone_cipher, r.anonymous, r.first, r.at
    from whistle_reporter r join person p on p.id = r.person_id
    where r.community_id = of_community and r.whistle_id = of_whistle
    union all
    select (select p.id from person p where p.phone_index = c.phone_index), c.whistle_id, c.name, c.phone_cipher, false,
      c.whistle_id = of_whistle, w.submitted_at
    from here h join whistle_caller c on c.community_id = of_community and c.whistle_id = h.id
    join whistle w on w.community_id = c.community_id and w.id = c.whistle_id) t
  where exists (select 1 from worker)
  order by t.first desc, t.at, t.person_id, t.written_as
$$;

-- What was written down for somebody who rang and whose number the caller has: theirs to take out.
create function my_calls() returns table (community_id uuid, whistle_id uuid, name text, phone_cipher bytea, words text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.community_id, c.whistle_id, c.name, c.phone_cipher, w.words, w.submitted_at from whistle_caller c
  join whistle w on w.community_id = c.community_id and w.id = c.whistle_id
  where c.phone_index = (select p.phone_index from person p where p.id = me()) order by w.submitted_at
$$;

-- Bodies of a compound that hold a seat today, so that work can be sent to them.
create function bodies_of(of_community uuid, of_compound uuid, on_day date)
returns table (kind text, compound_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct case when g.role = 'branchSecretary' then 'branch' else 'committee' end, c.id,
    c.name || case when g.role = 'branchSecretary' then '党支部' else '业委会' end
  from role_grant g join compound c on c.community_id = g.community_id and c.id = g.compound_id
  where g.community_id = of_community and g.compound_id = of_compound
    and g.role in ('committeeMember', 'committeeDirector', 'branchSecretary')
    and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
    and of_community = any (my_communities())
$$;

do $$
declare f text;
begin
  foreach f in array array['my_committees()', 'my_branches()', 'sees_whistle(uuid, uuid)', 'whistle_steps(uuid, uuid)',
    'whistle_photos(uuid, uuid[])', 'whistle_spot(uuid, uuid, uuid, uuid)', 'whistle_to_join(uuid, uuid)', 'merge_reporters(uuid, uuid, uuid, timestamptz)',
    'add_whistle(uuid, uuid, bytea, timestamptz, jsonb, jsonb, boolean, uuid[], text, bytea, bytea)', 'desk_colleagues(uuid, uuid)',
    'bodies_of(uuid, uuid, date)', 'whistle_clocks(uuid)', 'my_workplaces()', 'taken_by_name(uuid, uuid)', 'whistle_tellers(uuid, uuid)',
    'my_calls()'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
