-- Terms are answered while their project waits for them, and a project is not done while terms wait. Whoever made terms may take them back.
alter table project_terms add column declined_side text check (declined_side in ('unit', 'community'));

-- What was left hanging on projects that had ended: the side that made it is taken to have taken it back.
alter table project_terms disable trigger terms_agreed;
update project_terms t set declined_at = p.ended_at, declined_by = coalesce(t.unit_agreed_by, t.community_agreed_by), declined_side = t.made_by
  from project p where p.community_id = t.community_id and p.id = t.project_id and p.ended_at is not null
    and t.declined_at is null and (t.unit_agreed_at is null or t.community_agreed_at is null);
update project_terms set declined_side = case when unit_agreed_at is null then 'unit' else 'community' end where declined_at is not null and declined_side is null;
alter table project_terms enable trigger terms_agreed;
alter table project_terms add check ((declined_at is null) = (declined_side is null));
grant update (declined_side) on project_terms to app;

create or replace function terms_agreed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
    or new.declined_side = 'unit' and not unit_side
    or new.declined_side = 'community' and new.community_id <> all (my_counters())
    or not unit_side and new.community_id <> all (my_counters())) then
    raise exception 'the word of the other side' using errcode = '23514', constraint = 'terms_by_side';
  end if;
  -- an offer is answered while it is offered, a change while the project goes on
  if of_project.state <> (case new.what when 'begin' then 'offered' else 'agreed' end) then
    raise exception 'the project has gone on without it' using errcode = '23514', constraint = 'terms_settled';
  end if;
  if tg_op = 'INSERT' then
    if num_nonnulls(new.unit_agreed_at, new.community_agreed_at) <> 1 or new.declined_at is not null then
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

-- By itself the app says no more than that an agreed one is done, and that only once nothing of it waits for an answer.
create or replace function project_moves() returns trigger language plpgsql as $$
begin
  if current_user = 'app' and (case tg_op when 'INSERT' then new.state <> 'offered' else old.state <> 'agreed' or new.state <> 'done' end) then
    raise exception 'changed only by both' using errcode = '23514', constraint = 'project_moves';
  end if;
  if new.state = 'done' and exists (select 1 from project_terms t where t.community_id = new.community_id and t.project_id = new.id
      and t.declined_at is null and (t.unit_agreed_at is null or t.community_agreed_at is null)) then
    raise exception 'something of it waits for an answer' using errcode = '23514', constraint = 'project_waits';
  end if;
  return new;
end $$;
