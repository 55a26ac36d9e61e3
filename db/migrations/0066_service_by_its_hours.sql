-- A service is counted by the working hours that held when it began, whatever its member tells of themselves later. Once somebody's
-- own words are gone, those hours stay only until what they cut is settled.
alter table service add column work jsonb;
drop trigger service_moves on service;
update service s set work = p.work from checkin_profile p where p.community_id = s.community_id and p.checkin_id = s.checkin_id and p.name is not null;
-- by the columns that the app may change: who it was, and by which hours, are put there by the database
create trigger service_moves before insert or update of state, out_at, out_way, whole, at_work, twice, counted, reason, settled_by, settled_at
  on service for each row execute function service_moves();

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
