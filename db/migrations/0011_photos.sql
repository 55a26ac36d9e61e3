-- A photo that somebody took, whatever for. What was uploaded goes as soon as it is made into two pictures that tell nothing of
-- where and with what it was taken. Others see them only once a community worker has looked.
create table photo (
  community_id uuid not null references community,
  id uuid not null,
  -- empty once the person has gone
  author_id uuid references person,
  file_key text not null,
  bytes integer not null check (bytes between 1 and 10485760),
  content_type text not null check (content_type in ('image/jpeg', 'image/png', 'image/webp')),
  state text not null check (state in ('opened', 'ready', 'refused')),
  refused_for text check (refused_for in ('notAPicture', 'broken', 'tooLarge', 'tooLong', 'tooSmall', 'moving', 'neverCame', 'forgotten')),
  -- of the picture as it is kept
  width integer check (width > 0),
  height integer check (height > 0),
  opened_at timestamptz not null,
  -- until when something may still be sent under it; empty once what was left over is cleared away
  open_until timestamptz,
  made_at timestamptz,
  check_state text not null default 'waiting' check (check_state in ('waiting', 'released', 'withheld')),
  checked_by uuid references person,
  checked_at timestamptz,
  primary key (community_id, id),
  check (file_key = 'c/' || community_id || '/photos/' || id),
  check (author_id is not null or state <> 'opened'),
  check (open_until is not null or state <> 'opened'),
  check ((state = 'ready') = (made_at is not null)),
  check (num_nonnulls(made_at, width, height) in (0, 3)),
  check ((state = 'refused') = (refused_for is not null)),
  check ((check_state = 'waiting') = (checked_at is null)),
  check ((checked_at is null) = (checked_by is null)),
  check (check_state = 'waiting' or state = 'ready')
);
create index photo_to_check on photo (community_id, opened_at, id) where state = 'ready' and check_state = 'waiting';
create index photo_to_make on photo (opened_at) where state = 'opened';
create index photo_to_clear on photo (open_until) where state <> 'opened' and open_until is not null;
create index photo_by on photo (author_id, opened_at) where author_id is not null;

call bind_rows('photo');
create policy reach on photo for select to app using (
     community_id = any ((select my_communities())::uuid[])
  or author_id = (select me()));
create policy adds on photo for insert to app with check (author_id = (select me()));
create policy settles on photo for update to app using (
     community_id = any ((select my_communities())::uuid[])
  or author_id = (select me()));
create policy makes on photo to tick using (true);
-- what the scheduler made is on the record without an actor
create policy makes on record for insert to tick with check (actor_id is null and subject_kind = 'photo');

grant select, insert, update (state, refused_for, width, height, open_until, made_at, check_state, checked_by, checked_at) on photo to app;
grant select, update (state, refused_for, width, height, open_until, made_at) on photo to tick;
grant insert on record to tick;

-- The person goes: a photo that was released shows nobody and stays without its author; all others go, their files with a next tick.
create function forget_photos(who uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update photo set author_id = null where author_id = who and check_state = 'released';
  update photo set author_id = null, state = 'refused', refused_for = 'forgotten', width = null, height = null, made_at = null,
    check_state = 'waiting', checked_by = null, checked_at = null, open_until = coalesce(open_until, opened_at)
    where author_id = who;
$$;
revoke execute on function forget_photos(uuid) from public;
