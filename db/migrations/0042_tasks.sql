-- Work that a community asks for: posts, one-off tasks, home care; and who takes it.
create table task (
  community_id uuid not null references community,
  id uuid not null,
  kind text not null check (kind in ('post', 'once', 'care')),
  title text not null check (title <> ''),
  words text,
  skills text[] not null,
  times text[] not null,
  places integer not null check (places between 1 and 500),
  taken integer not null default 0,
  taken_by text not null check (taken_by in ('first', 'choice')),
  starts_at timestamptz,
  ends_at timestamptz,
  place text,
  lat double precision,
  lng double precision,
  state text not null check (state in ('open', 'over', 'cancelled')),
  reason text check (reason in ('weather', 'fewPeople', 'notNeeded', 'postponed')),
  made_by uuid not null references person,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (community_id, id),
  -- never more than there are places, whoever comes at once
  constraint task_places check (taken between 0 and places),
  check ((starts_at is null) = (ends_at is null)),
  check (ends_at > starts_at),
  check (kind <> 'once' or starts_at is not null),
  check ((lat is null) = (lng is null)),
  check ((state = 'open') = (ended_at is null)),
  check ((state = 'cancelled') = (reason is not null))
);
create index task_in_order on task (community_id, made_at desc nulls first, id desc nulls first);
create index task_ends on task (ends_at) where state = 'open';
create index task_by on task (made_by);

create table task_taking (
  community_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  checkin_id uuid not null,
  state text not null check (state in ('asked', 'taken', 'declined', 'left', 'ended')),
  at timestamptz not null,
  ended_at timestamptz,
  reason text check (reason in ('ill', 'work', 'family', 'moved', 'other')),
  primary key (community_id, id),
  foreign key (community_id, task_id) references task,
  foreign key (community_id, checkin_id) references checkin,
  check ((state in ('asked', 'taken')) = (ended_at is null))
);
create unique index taking_once on task_taking (community_id, task_id, checkin_id) where state in ('asked', 'taken');
create index taking_of_checkin on task_taking (community_id, checkin_id);

call bind_rows('task');
call bind_rows('task_taking');
-- communities where I am checked in now, wherever else I belong
create function my_checkins() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(community_id), '{}') from checkin where person_id = me() and state in ('accepted', 'confirmed')
$$;
create policy reach on task to app using (
     community_id = any ((select my_counters())::uuid[])
  or community_id = any ((select my_checkins())::uuid[])
  -- what somebody took before they moved stays theirs to read
  or exists (select 1 from task_taking t join checkin c on c.community_id = t.community_id and c.id = t.checkin_id
    where t.community_id = task.community_id and t.task_id = task.id and c.person_id = (select me())))
  with check (community_id = any ((select my_counters())::uuid[]));
create policy reach on task_taking to app using (
     community_id = any ((select my_counters())::uuid[])
  or exists (select 1 from checkin c where c.community_id = task_taking.community_id and c.id = task_taking.checkin_id and c.person_id = (select me())));
create policy ends on task to tick using (true);
grant select, insert, update (state, reason, ended_at) on task to app;
grant select, insert, update (state, ended_at, reason) on task_taking to app;
grant select (community_id, id, state, ends_at, ended_at), update (state, ended_at) on task to tick;

-- Places are counted with the taking itself: whoever comes meanwhile waits at the task's row, and the last is refused there.
create function taking_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  change integer := (new.state = 'taken')::int - case when tg_op = 'UPDATE' then (old.state = 'taken')::int else 0 end;
  of_task task;
begin
  if tg_op = 'INSERT' or new.state = 'taken' then
    select * into of_task from task where community_id = new.community_id and id = new.task_id for update;
    if new.state in ('asked', 'taken') and (of_task.state <> 'open' or (tg_op = 'INSERT' and (new.state = 'taken') <> (of_task.taken_by = 'first'))) then
      raise exception 'not open in this way' using errcode = '23514', constraint = 'taking_when_open';
    end if;
    if not exists (select 1 from checkin where community_id = new.community_id and id = new.checkin_id and state in ('accepted', 'confirmed')) then
      raise exception 'not checked in' using errcode = '23514', constraint = 'taking_by_member';
    end if;
  end if;
  if tg_op = 'UPDATE' and old.state <> new.state and (old.state not in ('asked', 'taken')
      or (new.state in ('taken', 'declined') and (old.state <> 'asked' or (me() is not null and new.community_id <> all (my_counters()))))) then
    raise exception 'no such move: % to %', old.state, new.state using errcode = '23514', constraint = 'taking_moves';
  end if;
  if change <> 0 then
    update task set taken = taken + change where community_id = new.community_id and id = new.task_id;
  end if;
  return new;
end $$;
create trigger taking_counts before insert or update on task_taking for each row execute function taking_counts();

-- With its end, a task's places end; with a check-in's end, what its member had taken.
create function takings_end() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'task' then
    update task_taking set state = 'ended', ended_at = new.ended_at where community_id = new.community_id and task_id = new.id and state in ('asked', 'taken');
  else
    update task_taking set state = 'left', ended_at = new.ended_at, reason = 'moved'
      where community_id = new.community_id and checkin_id = new.id and state in ('asked', 'taken');
  end if;
  return null;
end $$;
create trigger takings_end after update of state on task for each row when (new.state <> 'open' and old.state = 'open') execute function takings_end();
create trigger takings_end after update of state on checkin for each row
  when (new.ended_at is not null and old.ended_at is null) execute function takings_end();
