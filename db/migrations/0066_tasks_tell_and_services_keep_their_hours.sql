-- A service is counted by the working hours that held when it began, whatever its member tells of themselves later. Once somebody's
-- own words are gone, those hours stay only until what they cut is settled.
alter table service add column work jsonb;
update service s set work = p.work from checkin_profile p where p.community_id = s.community_id and p.checkin_id = s.checkin_id and p.name is not null;

create function service_by_its_hours() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told checkin_profile;
  is_gone boolean;
begin
  select * into told from checkin_profile where community_id = new.community_id and checkin_id = new.checkin_id;
  is_gone := told.name is null;
  if tg_op = 'INSERT' then
    new.work := told.work;
    -- a correction keeps the hours of what it corrects, unless they were what was wrong
    if new.corrects_id is not null and (new.reason is distinct from 'wrongWorkHours' or is_gone) then
      new.work := (select work from service where community_id = new.community_id and id = new.corrects_id);
    end if;
  end if;
  if is_gone and new.state in ('confirmed', 'refused', 'corrected') then new.work := null; end if;
  return new;
end $$;
create trigger service_by_its_hours before insert or update of state on service for each row execute function service_by_its_hours();

create function service_hours_go() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update service set work = null where community_id = new.community_id and checkin_id = new.checkin_id and state in ('confirmed', 'refused', 'corrected');
  return null;
end $$;
create trigger service_hours_go after update of name on checkin_profile for each row
  when (new.name is null and old.name is not null) execute function service_hours_go();

-- A new task is told to those whom it fits, and a worker hears who asks for a place that is theirs to give, and of a number that was typed wrongly.
-- shared/inbox/checkinAudience.ts says the same, and a test holds the two together.
create or replace function checkin_audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'slip.reminded' then array['liaisons']
    when 'checkin.presented' then array['workers']
    when 'checkin.presentedAgain' then array['workers']
    when 'checkin.withdrawn' then array['workers']
    when 'checkin.accepted' then array['liaisons']
    when 'checkin.disowned' then array['workers']
    when 'checkin.confirmed' then array['member', 'workers']
    when 'checkin.transferred' then array['workers', 'liaisons']
    when 'checkin.ended' then array['workers', 'liaisons']
    when 'task.added' then array['fitting']
    when 'task.taken' then array['choosers']
    when 'task.left' then array['workers']
    when 'task.closed' then array['takers']
    when 'task.cancelled' then array['takers']
    when 'care.accepted' then array['carers']
    when 'project.offered' then array['workers', 'liaisons']
    when 'project.changeOffered' then array['workers', 'liaisons']
    when 'project.agreed' then array['workers', 'liaisons']
    when 'project.declined' then array['workers', 'liaisons']
    when 'project.stepped' then array['workers', 'liaisons']
    when 'project.finished' then array['workers', 'liaisons']
    when 'serviceRecord.read' then array['workers']
    when 'serviceRecord.sent' then array['liaisons']
    else array[]::text[] end
$$;

create or replace function checkin_concerns(of_community uuid, of_kind text, of_subject uuid, audience text[], on_day date, actor uuid) returns setof uuid
language sql stable as $$
  select g.person_id from role_grant g
    where ('workers' = any (audience)
        or 'choosers' = any (audience) and exists (select 1 from task t where t.community_id = of_community and t.id = of_subject and t.taken_by = 'choice'))
      and g.role = 'communityWorker' and g.community_id = of_community
      and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
  union
  select g.person_id from role_grant g
    where 'liaisons' = any (audience) and g.role = 'liaison' and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
      and g.organisation_id = case of_kind
        when 'slip' then of_subject
        when 'checkin' then (select organisation_id from checkin where community_id = of_community and id = of_subject)
        when 'project' then (select organisation_id from project where community_id = of_community and id = of_subject)
        else (select organisation_id from service_record where community_id = of_community and id = of_subject) end
  union
  select c.person_id from checkin c where 'member' = any (audience) and c.community_id = of_community and c.id = of_subject and c.person_id is not null
  union
  select c.person_id from task_taking k join checkin c on c.community_id = k.community_id and c.id = k.checkin_id
    where 'takers' = any (audience) and k.community_id = of_community and k.task_id = of_subject and k.state in ('asked', 'taken') and c.person_id is not null
  union
  -- nothing asked for fits everybody
  select c.person_id from task t join checkin c on c.community_id = t.community_id and c.state in ('accepted', 'confirmed')
    join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
    where 'fitting' = any (audience) and t.community_id = of_community and t.id = of_subject and c.person_id is not null
      and (t.skills = '{}' or t.skills && p.skills) and (t.times = '{}' or t.times && p.free)
  union
  select c.person_id from care_link l join checkin c on c.community_id = l.community_id and c.id = l.checkin_id
    where 'carers' = any (audience) and l.community_id = of_community and l.to_day is null and l.from_day = on_day and l.made_by = actor and c.person_id is not null
$$;

-- With a check-in's end, whoever is still signed in by it is signed out: it waits to be confirmed like any other.
create function services_close() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update service set state = 'out', out_at = greatest(new.ended_at, in_at + interval '1 second'), out_way = 'worker'
    where community_id = new.community_id and checkin_id = new.id and state = 'in';
  return null;
end $$;
create trigger services_close after update of state on checkin for each row
  when (new.ended_at is not null and old.ended_at is null) execute function services_close();

-- Service lies within its check-in, by the day: neither before the community accepted, nor after it ended.
create function service_within_checkin() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from checkin c where c.community_id = new.community_id and c.id = new.checkin_id
      and day_in_china(new.in_at) >= day_in_china(c.accepted_at) and (c.ended_at is null or day_in_china(new.in_at) <= day_in_china(c.ended_at))) then
    raise exception 'not checked in here on that day' using errcode = '23514', constraint = 'service_within_checkin';
  end if;
  return new;
end $$;
create trigger service_within_checkin before insert on service for each row execute function service_within_checkin();
