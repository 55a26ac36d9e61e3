-- Whom a line about checking in concerns, besides whom it names. shared/inbox/checkinAudience.ts says the same, and a test holds the two together.
create function checkin_audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'slip.reminded' then array['liaisons']
    when 'checkin.presented' then array['workers']
    when 'checkin.presentedAgain' then array['workers']
    when 'checkin.withdrawn' then array['workers']
    when 'checkin.accepted' then array['liaisons']
    when 'checkin.confirmed' then array['member', 'workers']
    when 'checkin.transferred' then array['workers', 'liaisons']
    when 'checkin.ended' then array['workers', 'liaisons']
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

create function checkin_concerns(of_community uuid, of_kind text, of_subject uuid, audience text[], on_day date, actor uuid) returns setof uuid
language sql stable as $$
  select g.person_id from role_grant g
    where 'workers' = any (audience) and g.role = 'communityWorker' and g.community_id = of_community
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
  select c.person_id from care_link l join checkin c on c.community_id = l.community_id and c.id = l.checkin_id
    where 'carers' = any (audience) and l.community_id = of_community and l.to_day is null and l.from_day = on_day and l.made_by = actor and c.person_id is not null
$$;

create function checkin_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- whom the line names is told by the record itself
  perform tell(new, array(select c.person from checkin_concerns(new.community_id, new.subject_kind, new.subject_id, checkin_audience_of(new.action),
    day_in_china(new.at), new.actor_id) c(person) where c.person is distinct from new.about_id));
  return null;
end $$;
create trigger checkin_tells after insert on record for each row
  when (new.subject_kind in ('slip', 'checkin', 'task', 'care', 'project', 'serviceRecord')) execute function checkin_tells();

-- What a line of an inbox is about, for whoever was told of it.
create function told_title(of_community uuid, of_line uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case i.subject_kind
    when 'task' then (select t.title from task t where t.community_id = i.community_id and t.id = i.subject_id)
    when 'project' then (select t.title from project_terms t where t.community_id = i.community_id and t.project_id = i.subject_id order by t.n desc limit 1)
    when 'checkin' then (select k.name || '报到' from community k where k.id = i.community_id)
    when 'serviceRecord' then (select r.year || ' 年服务记录' from service_record r where r.community_id = i.community_id and r.id = i.subject_id) end
  from inbox i where i.community_id = of_community and i.id = of_line and i.person_id = me()
$$;
revoke execute on function told_title(uuid, uuid) from public;
grant execute on function told_title(uuid, uuid) to app;

-- The person goes: what they told of themselves when they checked in goes with them.
create function forget_member() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform forget_checkins(new.id, new.erased_at);
  return null;
end $$;
create trigger forget_member after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_member();
