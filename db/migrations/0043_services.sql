create extension if not exists btree_gist;

-- From sign-in to sign-out. What was confirmed is never changed: a correction is another row that names it.
create table service (
  community_id uuid not null,
  id uuid not null,
  checkin_id uuid not null,
  -- one person's services never overlap, wherever they are; the check-in's own id where it belongs to nobody's account
  who_id uuid not null,
  task_id uuid,
  state text not null check (state in ('in', 'out', 'confirmed', 'refused', 'corrected')),
  in_at timestamptz not null,
  in_way text not null check (in_way in ('code', 'position', 'worker')),
  out_at timestamptz,
  out_way text check (out_way in ('code', 'position', 'worker')),
  -- minutes as they were counted when it was confirmed: whole = at work + twice + counted
  whole integer,
  at_work integer,
  twice integer,
  counted integer check (counted >= 0),
  corrects_id uuid,
  reason text check (reason in ('notThere', 'leftEarly', 'otherPerson', 'notService', 'forgotOut', 'wrongTime', 'wrongWorkHours', 'found')),
  settled_by uuid references person,
  settled_at timestamptz,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, id),
  foreign key (community_id, checkin_id) references checkin,
  foreign key (community_id, task_id) references task,
  foreign key (community_id, corrects_id) references service,
  check (out_at > in_at),
  check ((state = 'in') <= (out_at is null)),
  check ((state in ('out', 'confirmed')) <= (out_at is not null)),
  check ((out_at is null) = (out_way is null)),
  check ((state = 'confirmed') <= (counted is not null)),
  check (whole = at_work + twice + counted),
  check ((state in ('confirmed', 'refused')) <= (settled_by is not null)),
  constraint service_overlaps exclude using gist (who_id with =, tstzrange(in_at, out_at) with &&) where (state in ('in', 'out', 'confirmed'))
);
create unique index service_in_once on service (who_id) where state = 'in';
create unique index service_corrected_once on service (community_id, corrects_id) where corrects_id is not null;
create index service_in_order on service (community_id, in_at desc nulls first, id desc nulls first);
create index service_of_checkin on service (community_id, checkin_id, in_at desc nulls first);
create index service_of_task on service (community_id, task_id) where task_id is not null;
create index service_to_confirm on service (community_id, in_at desc nulls first) where state = 'out';
create index service_settled on service (settled_by) where settled_by is not null;

call bind_rows('service');
create policy reach on service to app using (
     community_id = any ((select my_counters())::uuid[])
  or exists (select 1 from checkin c where c.community_id = service.community_id and c.id = service.checkin_id and c.person_id = (select me())));
grant select, insert, update (state, out_at, out_way, whole, at_work, twice, counted, reason, settled_by, settled_at) on service to app;

create function service_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    new.who_id := (select coalesce(person_id, id) from checkin where community_id = new.community_id and id = new.checkin_id
      and (new.in_way = 'worker' or state in ('accepted', 'confirmed')));
    if new.who_id is null or (me() is not null and (new.state <> 'in' or new.in_way = 'worker') and new.community_id <> all (my_counters())) then
      raise exception 'a service is signed in to by its member, or written down by a worker' using errcode = '23514', constraint = 'service_begins';
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (('in', 'in'), ('in', 'out'), ('out', 'confirmed'), ('out', 'refused'), ('out', 'corrected'), ('confirmed', 'corrected'), ('in', 'corrected'))
    or (new.state in ('confirmed', 'refused', 'corrected') and me() is not null and new.community_id <> all (my_counters()))
    -- nothing of what was confirmed changes but that it was corrected
    or (old.state = 'confirmed' and (new.out_at, new.counted, new.whole, new.settled_at) is distinct from (old.out_at, old.counted, old.whole, old.settled_at))
    or (old.state in ('out', 'confirmed') and (new.out_at, new.out_way) is distinct from (old.out_at, old.out_way)) then
    raise exception 'no such move: % to %', old.state, new.state using errcode = '23514', constraint = 'service_moves';
  end if;
  return new;
end $$;
create trigger service_moves before insert or update on service for each row execute function service_moves();

-- Counted minutes of a check-in and of those before it, for whoever sees it: a number, no more.
create function served_minutes(of_community uuid, of_checkin uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive one as (
    select c.community_id, c.id, c.from_community_id, c.from_id from checkin c where c.community_id = of_community and c.id = of_checkin
      and (c.person_id = me() or c.community_id = any (my_counters()) or c.organisation_id = any (my_units()))
    union all
    select c.community_id, c.id, c.from_community_id, c.from_id from one join checkin c on c.community_id = one.from_community_id and c.id = one.from_id)
  select coalesce(sum(s.counted), 0)::int from one join service s on s.community_id = one.community_id and s.checkin_id = one.id and s.state = 'confirmed'
$$;
-- What else one person served around a time, in whatever community: only when, for cutting out what is told twice.
create function served_around(of_community uuid, of_checkin uuid, from_at timestamptz, to_at timestamptz) returns table (in_at timestamptz, out_at timestamptz, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.in_at, s.out_at, s.id from checkin c join service s on s.who_id = coalesce(c.person_id, c.id)
  where c.community_id = of_community and c.id = of_checkin and s.state = 'confirmed' and s.in_at < to_at and s.out_at > from_at
    and (c.person_id = me() or c.community_id = any (my_counters()))
$$;
revoke execute on function served_minutes(uuid, uuid), served_around(uuid, uuid, timestamptz, timestamptz) from public;
grant execute on function served_minutes(uuid, uuid), served_around(uuid, uuid, timestamptz, timestamptz) to app;
