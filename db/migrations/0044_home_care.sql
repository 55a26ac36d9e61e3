-- A member's standing tie to a home of the same community; one member a home at a time.
create table care_link (
  community_id uuid not null,
  id uuid not null,
  checkin_id uuid not null,
  building_id uuid not null,
  home_id uuid not null,
  from_day date not null,
  to_day date,
  reason text check (reason in ('changed', 'asked', 'homeEmpty')),
  made_by uuid not null references person,
  primary key (community_id, id),
  foreign key (community_id, checkin_id) references checkin,
  -- both keys carry the community: a home of another cannot be looked after
  foreign key (community_id, building_id, home_id) references home (community_id, building_id, id),
  check (to_day >= from_day)
);
create unique index care_once on care_link (community_id, home_id) where to_day is null;
create index care_of_checkin on care_link (community_id, checkin_id);
create index care_of_building on care_link (community_id, building_id);
create index care_by on care_link (made_by);

create table care_visit (
  community_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  day date not null,
  at timestamptz not null,
  outcome text not null check (outcome in ('well', 'needs', 'nobodyHome', 'notWanted')),
  needs text[] not null check (needs <@ array['talk', 'doctor', 'repair', 'errand', 'papers', 'quarrel', 'safety', 'money']),
  primary key (community_id, id),
  foreign key (community_id, link_id) references care_link,
  check ((outcome = 'needs') = (needs <> '{}'))
);
create index visit_of_link on care_visit (community_id, link_id, day desc nulls first);

call bind_rows('care_link');
call bind_rows('care_visit');
create policy reach on care_link to app using (
     community_id = any ((select my_counters())::uuid[])
  or exists (select 1 from checkin c where c.community_id = care_link.community_id and c.id = care_link.checkin_id and c.person_id = (select me())))
  with check (community_id = any ((select my_counters())::uuid[]));
create policy reach on care_visit to app using (
     community_id = any ((select my_counters())::uuid[])
  or exists (select 1 from care_link l where l.community_id = care_visit.community_id and l.id = care_visit.link_id))
  with check (exists (select 1 from care_link l join checkin c on c.community_id = l.community_id and c.id = l.checkin_id
    where l.community_id = care_visit.community_id and l.id = care_visit.link_id and c.person_id = (select me())));
grant select, insert, update (to_day, reason) on care_link to app;
grant select, insert on care_visit to app;

create function care_by_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from checkin where community_id = new.community_id and id = new.checkin_id and state in ('accepted', 'confirmed')) then
    raise exception 'not checked in' using errcode = '23514', constraint = 'care_by_member';
  end if;
  return new;
end $$;
create trigger care_by_member before insert on care_link for each row execute function care_by_member();

-- With a check-in's end, its homes are without anyone again.
create function care_ends() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update care_link set to_day = greatest(from_day, day_in_china(new.ended_at)), reason = 'changed'
    where community_id = new.community_id and checkin_id = new.id and to_day is null;
  return null;
end $$;
create trigger care_ends after update of state on checkin for each row
  when (new.ended_at is not null and old.ended_at is null) execute function care_ends();

-- What the home that one looks after is called, though one does not reach its compound.
create function cared_home(of_community uuid, of_link uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select h.label from care_link l join home h on h.community_id = l.community_id and h.id = l.home_id
  join checkin c on c.community_id = l.community_id and c.id = l.checkin_id
  where l.community_id = of_community and l.id = of_link and (c.person_id = me() or l.community_id = any (my_counters()))
$$;
-- Members who sit on a committee of the community's compounds: they take what is left over.
create function on_committee(of_community uuid, who uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select who is not null and of_community = any (my_counters()) and exists (select 1 from role_grant g where g.person_id = who
    and g.community_id = of_community and g.role in ('committeeMember', 'committeeDirector') and g.from_day <= my_day() and (g.to_day is null or g.to_day >= my_day()))
$$;
revoke execute on function cared_home(uuid, uuid), on_committee(uuid, uuid) from public;
grant execute on function cared_home(uuid, uuid), on_committee(uuid, uuid) to app;
