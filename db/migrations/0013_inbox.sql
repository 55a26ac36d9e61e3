-- What a person is told. Written by the record itself: no step can forget to tell, and none can be told that did not happen.
create table inbox (
  community_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null references person,
  subject_kind text not null,
  subject_id uuid not null,
  -- steps of one thing within one hour are one line: the last of them, and how many
  hour timestamptz not null,
  entry_id uuid not null,
  action text not null,
  actor_id uuid references person,
  actor_role text,
  after jsonb,
  times integer not null default 1 check (times > 0),
  at timestamptz not null,
  read_at timestamptz,
  primary key (community_id, id),
  unique (person_id, subject_id, hour)
);
create index inbox_in_order on inbox (person_id, at desc nulls first, id desc nulls first);
create index inbox_unread on inbox (person_id) where read_at is null;
create index inbox_by_actor on inbox (actor_id) where actor_id is not null;

-- What has still to be sent outside the app, one row for a line that waits; whoever sends it marks it.
create table outbox (
  community_id uuid not null,
  id uuid not null default gen_random_uuid(),
  inbox_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  sent_at timestamptz,
  primary key (community_id, id),
  foreign key (community_id, inbox_id) references inbox on delete cascade
);
create unique index outbox_once on outbox (community_id, inbox_id) where sent_at is null;
create index outbox_waiting on outbox (at) where sent_at is null;
create index outbox_of_person on outbox (person_id);

call bind_rows('inbox');
call bind_rows('outbox');
create policy mine on inbox to app using (person_id = (select me()));
-- who did it is not theirs to know
grant select (community_id, id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_role, after, times, at, read_at),
  update (read_at) on inbox to app;
create policy sends on outbox to tick using (true);
grant select, update (sent_at) on outbox to tick;

-- Who did it, for those who work for the community; others are told only in which role.
create function told_by(of_community uuid, of_line uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select p.name from inbox i join person p on p.id = i.actor_id
  where i.community_id = of_community and i.id = of_line and i.person_id = me() and of_community = any (my_communities())
$$;
revoke execute on function told_by(uuid, uuid) from public;
grant execute on function told_by(uuid, uuid) to app;

-- Whom a step of a whistle concerns. shared/inbox/audience.ts says the same, and a test holds the two together.
create function audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'whistle.submitted' then array['workers']
    when 'whistle.askedBack' then array['reporters']
    when 'whistle.answered' then array['workers']
    when 'whistle.accepted' then array['reporters']
    when 'whistle.rejected' then array['reporters']
    when 'whistle.merged' then array['reporters']
    when 'whistle.withdrawn' then array['workers']
    when 'whistle.dispatched' then array['reporters', 'party', 'former']
    when 'whistle.disputed' then array['workers']
    when 'whistle.disputeUpheld' then array['party']
    when 'whistle.disputeRefused' then array['party']
    when 'whistle.responded' then array['reporters', 'workers']
    when 'whistle.extended' then array['reporters', 'workers', 'party']
    when 'whistle.resolved' then array['reporters', 'workers']
    when 'whistle.followedUp' then array['reporters', 'party']
    when 'whistle.reopened' then array['reporters', 'workers', 'party']
    when 'whistle.closed' then array['reporters']
    when 'whistle.handedOn' then array['about']
    when 'whistle.reported' then array['lead', 'workers']
    when 'whistle.reminded' then array['workers', 'party']
    when 'whistle.raised' then array['workers', 'party', 'officers']
    when 'whistle.revealed' then array['about']
    when 'whistle.surveyAsked' then array['first']
    when 'whistle.joinedIncident' then array['reporters']
    when 'whistle.leftIncident' then array['reporters']
    when 'whistle.incidentAnswered' then array['reporters']
    else array[]::text[] end
$$;

create function concerned_by(of_community uuid, of_whistle uuid, audience text[], about uuid, on_day date, on_at timestamptz) returns setof uuid
language sql stable as $$
  select person_id from whistle_reporter
    where community_id = of_community and whistle_id = of_whistle and ('reporters' = any (audience) or (first and 'first' = any (audience)))
  union
  select g.person_id from role_grant g
    where 'workers' = any (audience) and g.role = 'communityWorker' and g.community_id = of_community
      and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
  union
  select g.person_id from role_grant g join community c on c.subdistrict_id = g.subdistrict_id
    where 'officers' = any (audience) and g.role = 'subdistrictOfficer' and c.id = of_community
      and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
  union
  select g.person_id from dispatch d join role_grant g
      on g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day) and (
           (d.kind = 'organisation' and g.role = 'responder' and g.organisation_id = d.organisation_id)
        or (d.kind = 'committee' and g.role in ('committeeMember', 'committeeDirector') and g.community_id = d.community_id and g.compound_id = d.compound_id)
        or (d.kind = 'branch' and g.role = 'branchSecretary' and g.community_id = d.community_id and g.compound_id = d.compound_id))
    where d.community_id = of_community and d.whistle_id = of_whistle -- in whose place somebody else was sent just now
      and (d.state <> 'replaced' or ('former' = any (audience) and d.ended_at = on_at))
      and ('party' = any (audience) or (d.lead and 'lead' = any (audience)))
      -- a dispute that was upheld is told to whom it frees; once somebody else is sent, it is no longer theirs
      and (d.state <> 'upheld' or not exists (select 1 from dispatch o where o.community_id = of_community and o.whistle_id = of_whistle
        and o.lead and o.state in ('current', 'disputed', 'done')))
  union
  select about where about is not null and 'about' = any (audience)
$$;

create function record_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bucket timestamptz := date_trunc('hour', new.at);
begin
  with told as (
    insert into inbox as i (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, at)
    select new.community_id, c.person, new.subject_kind, new.subject_id, bucket, new.id, new.action, new.actor_id, new.actor_role, new.after, new.at
    from (select person from concerned_by(new.community_id, new.subject_id, audience_of(new.action), new.about_id, day_in_china(new.at), new.at) person
            where new.subject_kind = 'whistle'
          union
          select new.about_id where new.subject_kind <> 'whistle' and new.about_id is not null) c
    join person p on p.id = c.person and p.erased_at is null
    where c.person is distinct from new.actor_id
    -- always in one order, so that two steps at once wait for each other instead of for ever
    order by c.person
    on conflict (person_id, subject_id, hour) do update set entry_id = excluded.entry_id, action = excluded.action,
      actor_id = excluded.actor_id, actor_role = excluded.actor_role, after = excluded.after, times = i.times + 1, at = excluded.at, read_at = null
    returning community_id, id, person_id
  )
  insert into outbox (community_id, inbox_id, person_id, at) select community_id, id, person_id, new.at from told
  on conflict (community_id, inbox_id) where sent_at is null do nothing;
  return null;
end $$;
create trigger record_tells after insert on record for each row
  when (new.subject_kind = 'whistle' or new.about_id is not null) execute function record_tells();

-- What was already on the record before there was an inbox.
insert into inbox (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, times, at)
select distinct on (r.about_id, r.subject_id, date_trunc('hour', r.at)) r.community_id, r.about_id, r.subject_kind, r.subject_id,
  date_trunc('hour', r.at), r.id, r.action, r.actor_id, r.actor_role, r.after,
  (count(*) over (partition by r.about_id, r.subject_id, date_trunc('hour', r.at)))::int, r.at
from record r join person p on p.id = r.about_id and p.erased_at is null
where r.about_id is not null and r.actor_id is distinct from r.about_id
order by r.about_id, r.subject_id, date_trunc('hour', r.at), r.id desc;

-- The person goes, the history stays: names, numbers and free words are emptied, ties and roles end.
create or replace function erase_me(at timestamptz, on_day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if me() is null then raise exception 'signed out' using errcode = '28000'; end if;
  -- also lines that carry the number without being bound: of a time that is over, or written down twice
  update home_tie set name = null, phone_cipher = null, phone_index = null, person_id = null, representative = false
    where person_id = me() or phone_index = (select phone_index from person where id = me());
  update roll_line l set name = null, phone_cipher = null, phone_index = null
    from roll r where r.community_id = l.community_id and r.id = l.roll_id and r.state = 'imported'
      and l.phone_index = (select phone_index from person where id = me());
  update claim set name = null, words = null, reason = null,
    state = case when state = 'submitted' then 'withdrawn' else state end,
    decided_at = coalesce(decided_at, at)
    where person_id = me();
  -- what was written beside the place goes with the words
  update whistle w set words = null, pieces = '{}', lat = null, lng = null, place = split_part(w.place, ' · ', 1) from whistle_reporter r
    where r.person_id = me() and r.first and w.community_id = r.community_id and w.id = r.whistle_id;
  update whistle_note set words = null, person_id = null where person_id = me();
  update whistle_caller set name = null, phone_cipher = null, phone_index = null
    where phone_index = (select phone_index from person where id = me());
  update dispatch set taken_by = null where taken_by = me();
  perform forget_photos(me());
  delete from inbox where person_id = me();
  update role_grant set to_day = greatest(on_day - 1, from_day - 1) where person_id = me() and (to_day is null or to_day >= on_day);
  update session set ended_at = coalesce(ended_at, at), device = '' where person_id = me();
  update person set name = null, phone_cipher = null, phone_index = null, openid_cipher = null, openid_index = null,
    large_type = 'system', demo_title = null, demo_where = null, demo_order = null, erased_at = at where id = me();
  delete from reach where person_id = me();
end $$;
