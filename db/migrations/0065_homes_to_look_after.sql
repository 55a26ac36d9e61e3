-- Only dwellings are looked after. A home that nobody lives in any more waits for nobody, until somebody has moved in again.
alter table care_link add column lived_in_day date;
alter table care_link add constraint lived_in_after_empty check (lived_in_day is null or (reason = 'homeEmpty' and lived_in_day >= to_day));
update care_link e set lived_in_day = greatest(e.to_day, (select max(l.from_day) from care_link l
    where l.community_id = e.community_id and l.home_id = e.home_id and l.id <> e.id and l.from_day >= e.to_day))
  where e.reason = 'homeEmpty' and exists (select 1 from care_link l
    where l.community_id = e.community_id and l.home_id = e.home_id and l.id <> e.id and l.from_day >= e.to_day);
create unique index care_of_empty on care_link (community_id, home_id) where reason = 'homeEmpty' and lived_in_day is null;
grant update (lived_in_day) on care_link to app;

create function care_of_dwelling() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from home where community_id = new.community_id and id = new.home_id and kind <> 'dwelling') then
    raise exception 'not a dwelling' using errcode = '23514', constraint = 'care_of_dwelling';
  end if;
  -- given to somebody again, it is lived in again
  update care_link set lived_in_day = greatest(to_day, new.from_day)
    where community_id = new.community_id and home_id = new.home_id and reason = 'homeEmpty' and lived_in_day is null;
  return new;
end $$;
create trigger care_of_dwelling before insert on care_link for each row execute function care_of_dwelling();

-- Totals of a subdistrict for its officers: numbers by community and by unit, and no person among them. Members are those in service;
-- those without office stand beside them and are not counted twice. Homes are those that somebody lives in.
create or replace function checkin_totals(of_subdistrict uuid, from_day date, to_day date)
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
    select c.community_id, count(*) filter (where c.state = 'presented') as waiting, count(*) filter (where c.state in ('accepted', 'confirmed') and c.kind = 'inService') as members,
      count(*) filter (where c.state in ('accepted', 'confirmed') and c.kind = 'noOffice') as no_office, count(*) filter (where c.state = 'confirmed') as confirmed
    from c group by 1
  ), by_unit as (
    select c.organisation_id, count(*) filter (where c.state in ('accepted', 'confirmed')) as members, count(*) filter (where c.state = 'confirmed') as confirmed
    from c where c.organisation_id is not null group by 1
  ), slips as (
    select s.organisation_id, count(*) as slips from slip s where s.voided_at is null and s.organisation_id in (select u.organisation_id from by_unit u
      union select o.id from organisation o where o.subdistrict_id = of_subdistrict and o.kind = 'unit') group by 1
  ), homes as (
    select h.community_id, count(*) as homes from home h join k on k.id = h.community_id where h.kind = 'dwelling'
      and not exists (select 1 from care_link e where e.community_id = h.community_id and e.home_id = h.id and e.reason = 'homeEmpty' and e.lived_in_day is null) group by 1
  ), cared as (
    select l.community_id, count(*) as cared from care_link l join k on k.id = l.community_id
      join home h on h.community_id = l.community_id and h.id = l.home_id and h.kind = 'dwelling' where l.to_day is null group by 1
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
