-- Whom a line about a patrol concerns: a round that did not come concerns the community's workers and whoever should have gone;
-- how a plan is walked, whoever walks it. shared/inbox/patrolAudience.ts says the same, and a test holds the two together.
create function patrol_audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'patrol.added' then array['walkers']
    when 'patrol.changed' then array['walkers']
    when 'patrol.missed' then array['workers', 'walkers']
    else array[]::text[] end
$$;

create function concerned_by_patrol(of_community uuid, of_plan uuid, audience text[], on_day date) returns setof uuid
language sql stable as $$
  select g.person_id from role_grant g
    where 'workers' = any (audience) and g.role = 'communityWorker' and g.community_id = of_community
      and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
  union
  select g.person_id from patrol_plan p
    join lateral (select v.walker_ids from patrol_version v where v.community_id = p.community_id and v.plan_id = p.id order by v.n desc limit 1) v on true
    join role_grant g on g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
      and ((g.role = 'gridWorker' and g.community_id = p.community_id and g.grid_id = p.grid_id)
        or (g.role = 'responder' and g.organisation_id = p.organisation_id))
    where 'walkers' = any (audience) and p.community_id = of_community and p.id = of_plan
      and (v.walker_ids = '{}' or g.person_id = any (v.walker_ids))
$$;

create function patrol_tells() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bucket timestamptz := date_trunc('hour', new.at);
begin
  with told as (
    insert into inbox as i (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, at)
    select new.community_id, c.person, new.subject_kind, new.subject_id, bucket, new.id, new.action, new.actor_id, new.actor_role, new.after, new.at
    from concerned_by_patrol(new.community_id, new.subject_id, patrol_audience_of(new.action), day_in_china(new.at)) c(person)
    join person p on p.id = c.person and p.erased_at is null
    where c.person is distinct from new.actor_id
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
create trigger patrol_tells after insert on record for each row
  when (new.subject_kind = 'patrol' and new.about_id is null) execute function patrol_tells();

-- Which plan a line tells of, for whoever was told of it and does not reach it.
create function told_plan(of_community uuid, of_line uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select v.name from inbox i
  join patrol_version v on v.community_id = i.community_id and v.plan_id = i.subject_id
  where i.community_id = of_community and i.id = of_line and i.person_id = me() and i.subject_kind = 'patrol'
  order by v.n desc limit 1
$$;
revoke execute on function told_plan(uuid, uuid) from public;
grant execute on function told_plan(uuid, uuid) to app;

-- A spreadsheet of rounds that somebody has made; it and its file go after a day.
create table patrol_export (
  community_id uuid not null references community,
  id uuid not null,
  person_id uuid not null references person,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  at timestamptz not null,
  primary key (community_id, id)
);
create index patrol_export_at on patrol_export (at);
create index patrol_export_by on patrol_export (person_id);
call bind_rows('patrol_export');
create policy mine on patrol_export to app using (person_id = (select me()));
create policy clears on patrol_export to tick using (true);
grant select, insert on patrol_export to app;
grant select, delete on patrol_export to tick;
