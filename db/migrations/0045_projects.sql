-- What a unit and a community do together. Each set of terms is agreed by each side for itself; in force once both have.
create table unit_resource (
  organisation_id uuid not null references organisation,
  id uuid not null,
  district_id uuid not null references district,
  kind text not null check (kind in ('venue', 'volunteers', 'medical', 'legal', 'teaching', 'repair', 'culture', 'goods', 'jobs', 'safety', 'other')),
  words text not null check (words <> ''),
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (organisation_id, id)
);
create index resource_offered on unit_resource (district_id, kind) where to_day is null;

create table community_need (
  community_id uuid not null references community,
  id uuid not null,
  kind text not null check (kind in ('venue', 'volunteers', 'medical', 'legal', 'teaching', 'repair', 'culture', 'goods', 'jobs', 'safety', 'other')),
  words text not null check (words <> ''),
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (community_id, id)
);

create table project (
  community_id uuid not null references community,
  id uuid not null,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('venue', 'volunteers', 'medical', 'legal', 'teaching', 'repair', 'culture', 'goods', 'jobs', 'safety', 'other')),
  state text not null check (state in ('offered', 'agreed', 'done', 'declined', 'givenUp')),
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  check ((state in ('offered', 'agreed')) = (ended_at is null))
);
create index project_in_order on project (community_id, made_at desc nulls first, id desc nulls first);
create index project_of_unit on project (organisation_id, made_at desc nulls first);

create table project_terms (
  community_id uuid not null,
  project_id uuid not null,
  id uuid not null,
  n integer not null check (n > 0),
  what text not null check (what in ('begin', 'change', 'giveUp')),
  title text not null check (title <> ''),
  need text not null,
  resource text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  made_by text not null check (made_by in ('unit', 'community')),
  made_at timestamptz not null,
  unit_agreed_at timestamptz,
  unit_agreed_by uuid references person,
  community_agreed_at timestamptz,
  community_agreed_by uuid references person,
  declined_at timestamptz,
  declined_by uuid references person,
  meeting_id uuid,
  primary key (community_id, id),
  unique (community_id, project_id, n),
  foreign key (community_id, project_id) references project,
  constraint terms_of_meeting foreign key (community_id, meeting_id) references meeting,
  check ((n = 1) = (what = 'begin')),
  check ((unit_agreed_at is null) = (unit_agreed_by is null)),
  check ((community_agreed_at is null) = (community_agreed_by is null)),
  check ((declined_at is null) = (declined_by is null)),
  check (declined_at is null or unit_agreed_at is null or community_agreed_at is null)
);
create unique index terms_wait_once on project_terms (community_id, project_id)
  where declined_at is null and (unit_agreed_at is null or community_agreed_at is null);
create index terms_unit_by on project_terms (unit_agreed_by) where unit_agreed_by is not null;
create index terms_community_by on project_terms (community_agreed_by) where community_agreed_by is not null;
create index terms_declined_by on project_terms (declined_by) where declined_by is not null;

create table project_step (
  community_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  day date not null,
  words text not null check (words <> ''),
  side text not null check (side in ('unit', 'community')),
  made_by uuid not null references person,
  at timestamptz not null,
  primary key (community_id, id),
  foreign key (community_id, project_id) references project
);
create index step_of_project on project_step (community_id, project_id, day desc nulls first);
create index step_by on project_step (made_by);

call bind_rows('unit_resource');
call bind_rows('community_need');
call bind_rows('project');
call bind_rows('project_terms');
call bind_rows('project_step');
create function my_districts() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct d.district_id), '{}') from community c join subdistrict d on d.id = c.subdistrict_id where c.id = any (my_counters())
$$;
create policy reach on unit_resource to app using (
     organisation_id = any ((select my_units())::uuid[])
  or district_id = any ((select my_districts())::uuid[]))
  with check (organisation_id = any ((select my_units())::uuid[]));
create policy reach on community_need to app using (
     community_id = any ((select my_counters())::uuid[])
  or community_id in (select e.community_id from engagement e where e.organisation_id = any ((select my_units())::uuid[]) and (e.to_day is null or e.to_day >= my_day())))
  with check (community_id = any ((select my_counters())::uuid[]));
create policy reads on project for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or organisation_id = any ((select my_units())::uuid[]));
create policy adds on project for insert to app with check (
     community_id = any ((select my_counters())::uuid[])
  or organisation_id = any ((select my_units())::uuid[]));
create policy finishes on project for update to app using (
     community_id = any ((select my_counters())::uuid[])
  or organisation_id = any ((select my_units())::uuid[]));
create policy reach on project_terms to app using (
  exists (select 1 from project p where p.community_id = project_terms.community_id and p.id = project_terms.project_id));
create policy reach on project_step to app using (
  exists (select 1 from project p where p.community_id = project_step.community_id and p.id = project_step.project_id));
grant select, insert, update (to_day) on unit_resource, community_need to app;
grant select, insert, update (state, ended_at) on project to app;
grant select, insert, update (unit_agreed_at, unit_agreed_by, community_agreed_at, community_agreed_by, declined_at, declined_by, meeting_id) on project_terms to app;
grant select, insert on project_step to app;

-- Each side's word is its own, given once; what both have agreed to carries the project on.
create function terms_agreed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  unit_side boolean;
  of_project project;
begin
  select * into of_project from project where community_id = new.community_id and id = new.project_id for update;
  unit_side := of_project.organisation_id = any (my_units());
  if me() is not null and (
       ((tg_op = 'INSERT' and new.unit_agreed_at is not null) or (tg_op = 'UPDATE' and new.unit_agreed_at is distinct from old.unit_agreed_at)) and not unit_side
    or ((tg_op = 'INSERT' and new.community_agreed_at is not null) or (tg_op = 'UPDATE' and new.community_agreed_at is distinct from old.community_agreed_at))
       and new.community_id <> all (my_counters())
    or not unit_side and new.community_id <> all (my_counters())) then
    raise exception 'the word of the other side' using errcode = '23514', constraint = 'terms_by_side';
  end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.unit_agreed_at, new.community_agreed_at) <> 1 or new.declined_at is not null
      or of_project.state <> (case new.what when 'begin' then 'offered' else 'agreed' end) then
      raise exception 'terms begin with the word of one side' using errcode = '23514', constraint = 'terms_by_side';
    end if;
    return new;
  end if;
  if old.declined_at is not null or (old.unit_agreed_at is not null and old.community_agreed_at is not null)
    or (old.unit_agreed_at is not null and new.unit_agreed_at is distinct from old.unit_agreed_at)
    or (old.community_agreed_at is not null and new.community_agreed_at is distinct from old.community_agreed_at) then
    raise exception 'a word that was given stays' using errcode = '23514', constraint = 'terms_settled';
  end if;
  if new.unit_agreed_at is not null and new.community_agreed_at is not null then
    update project set state = case new.what when 'giveUp' then 'givenUp' else 'agreed' end,
      ended_at = case new.what when 'giveUp' then greatest(new.unit_agreed_at, new.community_agreed_at) end
      where community_id = new.community_id and id = new.project_id;
  elsif new.declined_at is not null and new.what = 'begin' then
    update project set state = 'declined', ended_at = new.declined_at where community_id = new.community_id and id = new.project_id;
  end if;
  return new;
end $$;
create trigger terms_agreed before insert or update on project_terms for each row execute function terms_agreed();

-- By itself the app says no more than that an agreed one is done.
create function project_moves() returns trigger language plpgsql as $$
begin
  if current_user = 'app' and (case tg_op when 'INSERT' then new.state <> 'offered' else old.state <> 'agreed' or new.state <> 'done' end) then
    raise exception 'changed only by both' using errcode = '23514', constraint = 'project_moves';
  end if;
  return new;
end $$;
create trigger project_moves before insert or update of state on project for each row execute function project_moves();
