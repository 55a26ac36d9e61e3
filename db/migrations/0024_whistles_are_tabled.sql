-- A whistle is taken to a meeting and comes back to where it was. shared/whistle/states.ts says the same.
create or replace function whistle_moves() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from (values
    ('submitted', 'needsInfo'), ('needsInfo', 'submitted'), ('submitted', 'accepted'),
    ('submitted', 'rejected'), ('needsInfo', 'rejected'), ('accepted', 'rejected'),
    ('submitted', 'merged'), ('needsInfo', 'merged'), ('accepted', 'merged'),
    ('submitted', 'withdrawn'), ('needsInfo', 'withdrawn'), ('accepted', 'withdrawn'),
    ('accepted', 'dispatched'), ('responded', 'dispatched'), ('reopened', 'dispatched'), ('dispatched', 'accepted'),
    ('dispatched', 'responded'), ('reopened', 'responded'), ('responded', 'resolved'),
    ('resolved', 'followedUp'), ('resolved', 'reopened'), ('followedUp', 'reopened'), ('closed', 'reopened'),
    ('resolved', 'closed'), ('followedUp', 'closed'),
    ('accepted', 'tabled'), ('dispatched', 'tabled'), ('responded', 'tabled'), ('reopened', 'tabled'),
    ('tabled', 'accepted'), ('tabled', 'dispatched'), ('tabled', 'responded'), ('tabled', 'reopened')) moves(a, b)
      where a = old.state and b = new.state) then
    raise exception 'a whistle does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- To which meeting, from which state, and with what it came back.
create table tabling (
  community_id uuid not null,
  whistle_id uuid not null,
  at timestamptz not null,
  meeting_id uuid not null,
  item_id uuid not null,
  from_state text not null check (from_state in ('accepted', 'dispatched', 'responded', 'reopened')),
  back_at timestamptz,
  resolution_id uuid,
  primary key (community_id, whistle_id, at),
  foreign key (community_id, whistle_id) references whistle,
  foreign key (community_id, meeting_id) references meeting,
  foreign key (community_id, resolution_id) references resolution,
  check (back_at >= at),
  check (resolution_id is null or back_at is not null)
);
create unique index tabling_once on tabling (community_id, whistle_id) where back_at is null;
create index tabling_at_meeting on tabling (community_id, meeting_id);
call bind_rows('tabling');
create policy reach on tabling for select to app using (
  exists (select 1 from meeting m where m.community_id = tabling.community_id and m.id = tabling.meeting_id));
create policy tables on tabling for insert to app with check (community_id = any ((select my_communities())::uuid[]));
create policy untables on tabling for update to app using (community_id = any ((select my_communities())::uuid[]));
grant select, insert, update (back_at, resolution_id) on tabling to app;
create policy ticks on tabling for select to tick using (true);
grant select on tabling to tick;

-- A meeting that is over and a whistle that nobody took back: the clock says so.
alter table whistle_reminder drop constraint whistle_reminder_kind_check;
alter table whistle_reminder add check (kind in ('responseHalf', 'responseDue', 'resolutionHalf', 'resolutionDue', 'raised', 'tabledOver'));
