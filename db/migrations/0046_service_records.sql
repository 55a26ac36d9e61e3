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
  with c as materialized (
    select x.* from checkin x join community k on k.id = x.community_id where k.subdistrict_id = of_subdistrict and of_subdistrict = any (my_above())
  ), s as materialized (
    select v.community_id, c.organisation_id, sum(v.counted)::int as minutes from c join service v on v.community_id = c.community_id and v.checkin_id = c.id
    where v.state = 'confirmed' and day_in_china(v.in_at) between from_day and $3 group by 1, 2
  ), p as materialized (
    select x.* from project x join community k on k.id = x.community_id where k.subdistrict_id = of_subdistrict and of_subdistrict = any (my_above())
      and x.state in ('agreed', 'done') and day_in_china(x.made_at) <= $3 and (x.ended_at is null or day_in_china(x.ended_at) >= from_day)
  )
  select 'community', k.id, k.name,
    (select count(*)::int from c where c.community_id = k.id and c.state = 'presented'),
    (select count(*)::int from c where c.community_id = k.id and c.state in ('accepted', 'confirmed')),
    (select count(*)::int from c where c.community_id = k.id and c.state in ('accepted', 'confirmed') and c.kind = 'noOffice'),
    (select count(*)::int from c where c.community_id = k.id and c.state = 'confirmed'), 0,
    (select coalesce(sum(s.minutes), 0)::int from s where s.community_id = k.id),
    (select count(*)::int from home h where h.community_id = k.id and h.kind = 'dwelling'),
    (select count(*)::int from care_link l where l.community_id = k.id and l.to_day is null),
    (select count(*)::int from p where p.community_id = k.id), (select count(*)::int from p where p.community_id = k.id and p.state = 'done')
  from community k where k.subdistrict_id = of_subdistrict and of_subdistrict = any (my_above())
  union all
  select 'unit', o.id, o.name, 0, (select count(*)::int from c where c.organisation_id = o.id and c.state in ('accepted', 'confirmed')), 0,
    (select count(*)::int from c where c.organisation_id = o.id and c.state = 'confirmed'),
    (select count(*)::int from slip x where x.organisation_id = o.id and x.voided_at is null),
    (select coalesce(sum(s.minutes), 0)::int from s where s.organisation_id = o.id), 0, 0,
    (select count(*)::int from p where p.organisation_id = o.id), (select count(*)::int from p where p.organisation_id = o.id and p.state = 'done')
  from organisation o where o.kind = 'unit' and of_subdistrict = any (my_above())
    and (o.subdistrict_id = of_subdistrict or exists (select 1 from c where c.organisation_id = o.id))
$$;
revoke execute on function checkin_totals(uuid, date, date) from public;
grant execute on function checkin_totals(uuid, date, date) to app;
