-- A member's year, as the community puts it together: read by the member first, then sent to the unit, and from then on frozen.
create table service_record (
  community_id uuid not null,
  id uuid not null default gen_random_uuid(),
  checkin_id uuid not null,
  organisation_id uuid references organisation,
  year integer not null check (year between 2020 and 2100),
  state text not null check (state in ('drawn', 'shown', 'sent')),
  minutes integer not null check (minutes >= 0),
  tasks integer not null,
  homes integer not null,
  visits integer not null,
  projects integer not null,
  remark text check (remark in ('excellent', 'good', 'fair', 'little')),
  words text,
  comment text,
  drawn_at timestamptz not null,
  shown_at timestamptz,
  read_at timestamptz,
  sent_at timestamptz,
  -- SHA-256 over what was sent
  hash bytea check (octet_length(hash) = 32),
  primary key (community_id, id),
  unique (community_id, checkin_id, year),
  foreign key (community_id, checkin_id) references checkin,
  check ((state = 'drawn') = (shown_at is null)),
  check ((state = 'sent') = (sent_at is not null)),
  check ((sent_at is null) = (hash is null)),
  check (state = 'drawn' or remark is not null),
  -- read first, or seven days to read it
  check (read_at is not null or sent_at is null or sent_at >= shown_at + interval '7 days')
);
create index service_record_of_year on service_record (community_id, year, id);
create index service_record_of_unit on service_record (organisation_id, year, id) where organisation_id is not null;

call bind_rows('service_record');
create policy reach on service_record to app using (
     community_id = any ((select my_counters())::uuid[])
  or (state = 'sent' and organisation_id = any ((select my_units())::uuid[]))
  or (state <> 'drawn' and exists (select 1 from checkin c where c.community_id = service_record.community_id and c.id = service_record.checkin_id and c.person_id = (select me()))));
grant select, insert, update (state, minutes, tasks, homes, visits, projects, remark, words, comment, drawn_at, shown_at, read_at, sent_at, hash) on service_record to app;

create function service_record_freezes() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('drawn', 'drawn'), ('drawn', 'shown'), ('shown', 'shown'), ('shown', 'sent'), ('sent', 'sent'))
    -- with its person the free words go, and nothing else
    or (old.state = 'sent' and ((to_jsonb(new) - '{words,comment}'::text[]) <> (to_jsonb(old) - '{words,comment}'::text[]) or new.words is not null or new.comment is not null))
    or (old.state <> 'drawn' and (new.minutes, new.tasks, new.homes, new.visits, new.projects, new.shown_at)
      is distinct from (old.minutes, old.tasks, old.homes, old.visits, old.projects, old.shown_at)) then
    raise exception 'a record that was shown or sent stays as it is' using errcode = '23514', constraint = 'service_record_frozen';
  end if;
  return new;
end $$;
create trigger service_record_freezes before update on service_record for each row execute function service_record_freezes();

-- Figures of one member's year in one community.
create function year_of_service(of_community uuid, of_checkin uuid, of_unit uuid, from_day date, to_day date)
returns table (minutes integer, tasks integer, homes integer, visits integer, projects integer)
language sql stable as $$
  select
    (select coalesce(sum(s.counted), 0)::int from service s where s.community_id = of_community and s.checkin_id = of_checkin and s.state = 'confirmed'
      and day_in_china(s.in_at) between from_day and to_day),
    (select count(distinct s.task_id)::int from service s where s.community_id = of_community and s.checkin_id = of_checkin and s.state = 'confirmed'
      and day_in_china(s.in_at) between from_day and to_day),
    (select count(distinct l.home_id)::int from care_link l where l.community_id = of_community and l.checkin_id = of_checkin
      and l.from_day <= $5 and (l.to_day is null or l.to_day >= $4)),
    (select count(*)::int from care_link l join care_visit v on v.community_id = l.community_id and v.link_id = l.id
      where l.community_id = of_community and l.checkin_id = of_checkin and v.day between $4 and $5),
    (select count(*)::int from project p where p.community_id = of_community and p.organisation_id = of_unit and p.state in ('agreed', 'done')
      and day_in_china(p.made_at) <= $5 and (p.ended_at is null or day_in_china(p.ended_at) >= $4))
$$;

-- Totals of a subdistrict for its officers: numbers by community and by unit, and no person among them.
create function checkin_totals(of_subdistrict uuid, from_day date, to_day date)
returns table (kind text, id uuid, name text, waiting integer, members integer, no_office integer, confirmed integer, slips integer, minutes integer,
  homes integer, cared integer, projects integer, projects_done integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with k as materialized (
    select x.id, x.name from community x where x.subdistrict_id = of_subdistrict and of_subdistrict = any (my_above())
  ), c as materialized (
    select x.community_id, x.id, x.organisation_id, x.kind, x.state from checkin x join k on k.id = x.community_id
  ), served as materialized (
    select c.community_id, c.organisation_id, sum(v.counted) as minutes from c join service v on v.community_id = c.community_id and v.checkin_id = c.id
    where v.state = 'confirmed' and day_in_china(v.in_at) between from_day and $3 group by 1, 2
  ), p as materialized (
    select x.community_id, x.organisation_id, x.state from project x join k on k.id = x.community_id
    where x.state in ('agreed', 'done') and day_in_china(x.made_at) <= $3 and (x.ended_at is null or day_in_china(x.ended_at) >= from_day)
  ), by_community as (
    select c.community_id, count(*) filter (where c.state = 'presented') as waiting, count(*) filter (where c.state in ('accepted', 'confirmed')) as members,
      count(*) filter (where c.state in ('accepted', 'confirmed') and c.kind = 'noOffice') as no_office, count(*) filter (where c.state = 'confirmed') as confirmed
    from c group by 1
  ), by_unit as (
    select c.organisation_id, count(*) filter (where c.state in ('accepted', 'confirmed')) as members, count(*) filter (where c.state = 'confirmed') as confirmed
    from c where c.organisation_id is not null group by 1
  ), slips as (
    select s.organisation_id, count(*) as slips from slip s where s.voided_at is null and s.organisation_id in (select u.organisation_id from by_unit u
      union select o.id from organisation o where o.subdistrict_id = of_subdistrict and o.kind = 'unit') group by 1
  ), homes as (
    select h.community_id, count(*) as homes from home h join k on k.id = h.community_id where h.kind = 'dwelling' group by 1
  ), cared as (
    select l.community_id, count(*) as cared from care_link l join k on k.id = l.community_id where l.to_day is null group by 1
  ), together as (
    select p.community_id, p.organisation_id, count(*) as projects, count(*) filter (where p.state = 'done') as done from p group by 1, 2
  )
  select 'community', k.id, k.name, coalesce(b.waiting, 0)::int, coalesce(b.members, 0)::int, coalesce(b.no_office, 0)::int, coalesce(b.confirmed, 0)::int, 0,
    coalesce((select sum(s.minutes) from served s where s.community_id = k.id), 0)::int, coalesce(h.homes, 0)::int, coalesce(l.cared, 0)::int,
    coalesce((select sum(t.projects) from together t where t.community_id = k.id), 0)::int,
    coalesce((select sum(t.done) from together t where t.community_id = k.id), 0)::int
  from k left join by_community b on b.community_id = k.id left join homes h on h.community_id = k.id left join cared l on l.community_id = k.id
  union all
  select 'unit', o.id, o.name, 0, coalesce(u.members, 0)::int, 0, coalesce(u.confirmed, 0)::int, coalesce(s.slips, 0)::int,
    coalesce((select sum(v.minutes) from served v where v.organisation_id = o.id), 0)::int, 0, 0,
    coalesce((select sum(t.projects) from together t where t.organisation_id = o.id), 0)::int,
    coalesce((select sum(t.done) from together t where t.organisation_id = o.id), 0)::int
  from organisation o left join by_unit u on u.organisation_id = o.id left join slips s on s.organisation_id = o.id
  where o.kind = 'unit' and of_subdistrict = any (my_above()) and (o.subdistrict_id = of_subdistrict or u.organisation_id is not null)
$$;
revoke execute on function checkin_totals(uuid, date, date) from public;
grant execute on function checkin_totals(uuid, date, date) to app;
