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
declare
  bucket timestamptz := date_trunc('hour', new.at);
begin
  with told as (
    insert into inbox as i (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, at)
    select new.community_id, c.person, new.subject_kind, new.subject_id, bucket, new.id, new.action, new.actor_id, new.actor_role, new.after, new.at
    from checkin_concerns(new.community_id, new.subject_kind, new.subject_id, checkin_audience_of(new.action), day_in_china(new.at), new.actor_id) c(person)
    join person p on p.id = c.person and p.erased_at is null
    -- whom the line names is told by the record itself
    where c.person is distinct from new.actor_id and c.person is distinct from new.about_id
    -- always in one order, so that two at once wait for each other instead of for ever
    order by c.person
    on conflict (person_id, subject_id, hour) do update set entry_id = excluded.entry_id, action = excluded.action,
      actor_id = excluded.actor_id, actor_role = excluded.actor_role, after = excluded.after, times = i.times + 1, at = excluded.at, read_at = null
    returning community_id, id, person_id
  )
  insert into outbox (community_id, inbox_id, person_id, at) select community_id, id, person_id, new.at from told
  on conflict (community_id, inbox_id) where sent_at is null do nothing;
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

-- The person goes, the history stays: names, numbers and free words are emptied, ties and roles end.
create or replace function erase_me(at timestamptz, on_day date) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if me() is null then raise exception 'signed out' using errcode = '28000'; end if;
  -- also lines that carry the number without being bound: of a time that is over, or written down twice
  update home_tie set name = null, phone_cipher = null, phone_index = null, person_id = null, representative = false
    where person_id = me() or phone_index = (select phone_index from person where id = me());
  update roll_line l set name = null, phone_cipher = null, phone_index = null
    from roll r where r.community_id = l.community_id and r.id = l.roll_id and r.state = 'imported'
      and l.phone_index = (select phone_index from person where id = me());
  update claim set name = null, words = null, reason = null,
    state = case when state = 'submitted' then 'withdrawn' else state end,
    decided_at = coalesce(decided_at, at)
    where person_id = me();
  -- what was written beside the place goes with the words
  update whistle w set words = null, pieces = '{}', lat = null, lng = null, place = split_part(w.place, ' · ', 1) from whistle_reporter r
    where r.person_id = me() and r.first and w.community_id = r.community_id and w.id = r.whistle_id;
  update whistle_note set words = null, person_id = null where person_id = me();
  update whistle_caller set name = null, phone_cipher = null, phone_index = null
    where phone_index = (select phone_index from person where id = me());
  update dispatch set taken_by = null where taken_by = me();
  perform forget_at_meetings(me());
  perform forget_checkins(me(), at); -- of checking in
  perform forget_photos(me());
  delete from inbox where person_id = me();
  update role_grant set to_day = greatest(on_day - 1, from_day - 1) where person_id = me() and (to_day is null or to_day >= on_day);
  update session set ended_at = coalesce(ended_at, at), device = '' where person_id = me();
  update person set name = null, phone_cipher = null, phone_index = null, openid_cipher = null, openid_index = null,
    large_type = 'system', demo_title = null, demo_where = null, demo_order = null, erased_at = at where id = me();
  delete from reach where person_id = me();
end $$;
