-- Whoever is concerned by a line of the record finds it in their inbox, and a message of it waits in the outbox: one sentence an hour for each
-- subject, the last that was said. Every room says whom its lines concern, and this is what becomes of it.
create function tell(line public.record, whom uuid[]) returns void language sql as $$
  with told as (
    insert into inbox as i (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, at)
    select line.community_id, p.id, line.subject_kind, line.subject_id, date_trunc('hour', line.at), line.id, line.action, line.actor_id,
      line.actor_role, line.after, line.at
    from person p where p.id = any (whom) and p.id is distinct from line.actor_id and p.erased_at is null
    -- always in one order, so that two at once wait for each other instead of for ever
    order by p.id
    on conflict (person_id, subject_id, hour) do update set entry_id = excluded.entry_id, action = excluded.action,
      subject_kind = excluded.subject_kind, actor_id = excluded.actor_id, actor_role = excluded.actor_role, after = excluded.after,
      times = i.times + 1, at = excluded.at, read_at = null
    returning community_id, id, person_id
  )
  insert into outbox (community_id, inbox_id, person_id, at) select community_id, id, person_id, line.at from told
  on conflict (community_id, inbox_id) where sent_at is null do nothing
$$;
revoke execute on function tell(public.record, uuid[]) from public;

create or replace function record_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform tell(new, array(
    select concerned_by(new.community_id, new.subject_id, audience_of(new.action), new.about_id, day_in_china(new.at), new.at)
      where new.subject_kind = 'whistle'
    union
    select meeting_concerns(new.community_id, new.subject_kind, new.subject_id, audience_of(new.action), day_in_china(new.at))
      where new.subject_kind in ('meeting', 'minutes', 'resolution')
    union
    select new.about_id where new.subject_kind <> 'whistle' and new.about_id is not null));
  return null;
end $$;

create or replace function patrol_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform tell(new, array(select concerned_by_patrol(new.community_id, new.subject_id, patrol_audience_of(new.action), day_in_china(new.at))));
  return null;
end $$;
