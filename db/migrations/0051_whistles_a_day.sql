-- How many whistles a community takes from one person a day, and how many of them alike; where it says nothing, the house's.
create table whistle_quota (
  community_id uuid primary key references community,
  a_day integer not null check (a_day between 1 and 100),
  alike_a_day integer not null check (alike_a_day between 1 and a_day),
  set_by uuid not null references person,
  set_at timestamptz not null
);
call bind_rows('whistle_quota');

create policy reach on whistle_quota to app using (community_id = any ((select my_communities())::uuid[]));
grant select, insert, update (a_day, alike_a_day, set_by, set_at) on whistle_quota to app;

-- Whoever whistles is told, but does not reach the settings of the community.
create function whistle_quota_of(of_community uuid) returns table (a_day integer, alike_a_day integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.a_day, q.alike_a_day from whistle_quota q where q.community_id = of_community and me() is not null
$$;
revoke execute on function whistle_quota_of(uuid) from public;
grant execute on function whistle_quota_of(uuid) to app;
