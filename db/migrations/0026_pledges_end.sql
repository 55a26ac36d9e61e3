-- No word is given or taken back once what it was for is done or given up.
create function pledge_is_open() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from resolution r where r.community_id = new.community_id and r.id = new.resolution_id and r.state = 'open') then
    raise exception 'what this was pledged for is over' using errcode = 'check_violation', constraint = 'pledge_is_open';
  end if;
  return new;
end $$;
create trigger pledge_is_open before insert on pledge for each row execute function pledge_is_open();
create trigger pledge_is_open_still before update of withdrawn_at on pledge for each row
  when (old.withdrawn_at is distinct from new.withdrawn_at) execute function pledge_is_open();

-- Whom a step concerns, as before; and of what became of a resolution, whoever gave their word for it, wherever they live now.
create or replace function meeting_concerns(of_community uuid, of_kind text, of_subject uuid, audience text[], on_day date) returns setof uuid
language sql stable as $$
  with m as (select * from meeting where community_id = of_community and id = case of_kind
      when 'resolution' then (select r.meeting_id from resolution r where r.community_id = of_community and r.id = of_subject) else of_subject end)
  select circle_people(of_community, m.id, on_day) from m where 'circle' = any (audience) and m.noticed_at is not null
  union
  select p.person_id from pledge p where of_kind = 'resolution' and 'circle' = any (audience) and p.community_id = of_community
    and p.resolution_id = of_subject and p.withdrawn_at is null and p.person_id is not null
  union
  select a.person_id from m join meeting_attendance a on a.community_id = m.community_id and a.meeting_id = m.id
    where 'attended' = any (audience) and a.person_id is not null
  union
  select k.person_id from m cross join lateral (values (m.convener_id), (m.chair_id), (m.recorder_id)) k(person_id)
    where 'keepers' = any (audience) and k.person_id is not null
  union
  select g.person_id from resolution r join role_grant g on g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day) and case r.party_kind
      when 'property' then g.role = 'responder' and g.organisation_id = r.organisation_id
      when 'committee' then g.role in ('committeeMember', 'committeeDirector') and g.community_id = of_community and g.compound_id = r.party_compound_id
      when 'branch' then g.role = 'branchSecretary' and g.community_id = of_community and g.compound_id = r.party_compound_id
      else g.role = 'buildingLead' and g.community_id = of_community and g.building_id = r.party_building_id end
    where of_kind = 'resolution' and 'party' = any (audience) and r.community_id = of_community and r.id = of_subject
$$;
