-- What a person may reach today, worked out once and kept until something of theirs changes or the day is over.
create table reach (
  person_id uuid primary key references person,
  version bigint not null,
  day date not null,
  roles jsonb not null,
  communities text not null,
  compounds text not null,
  buildings text not null,
  homes text not null,
  organisations text not null,
  given text not null,
  above text not null
);
call bind_rows('reach');

create function day_in_china(at timestamptz) returns date language sql immutable as
  $$ select (at at time zone 'Asia/Shanghai')::date $$;

-- Every role of a person on a day, with its path and the communities it lies in or covers.
create function roles_of(who uuid, on_day date)
returns table (role text, scope text, scope_name text, path jsonb, communities uuid[], from_day date, to_day date)
language sql stable as $$
  with held as (
    select * from role_grant g
    where g.person_id = who and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
  )
  select g.role, g.scope, d.name, jsonb_build_object('districtId', d.id),
         array(select c.id from community c join subdistrict s on s.id = c.subdistrict_id where s.district_id = d.id),
         g.from_day, g.to_day
  from held g join district d on d.id = g.district_id
  union all
  select g.role, g.scope, s.name, jsonb_build_object('districtId', s.district_id, 'subdistrictId', s.id),
         array(select c.id from community c where c.subdistrict_id = s.id), g.from_day, g.to_day
  from held g join subdistrict s on s.id = g.subdistrict_id
  union all
  select g.role, g.scope, o.name, jsonb_build_object('organisationId', o.id),
         array(select distinct e.community_id from engagement e where e.organisation_id = o.id
               and e.from_day <= on_day and (e.to_day is null or e.to_day >= on_day)),
         g.from_day, g.to_day
  from held g join organisation o on o.id = g.organisation_id
  union all
  select g.role, g.scope,
         coalesce(en_b.name || en.name, b.name, p.name, r.name, c.name),
         jsonb_strip_nulls(jsonb_build_object(
           'communityId', g.community_id,
           'compoundId', coalesce(p.id, b.compound_id, en.compound_id),
           'gridId', r.id,
           'buildingId', coalesce(b.id, en.building_id),
           'entranceId', en.id)),
         array[g.community_id], g.from_day, g.to_day
  from held g
  join community c on c.id = g.community_id
  left join compound p on p.community_id = g.community_id and p.id = g.compound_id
  left join building b on b.community_id = g.community_id and b.id = g.building_id
  left join entrance en on en.community_id = g.community_id and en.id = g.entrance_id
  left join building en_b on en_b.community_id = en.community_id and en_b.id = en.building_id
  left join grid r on r.community_id = g.community_id and r.id = g.grid_id
  union all
  select t.kind, 'home', h.label,
         jsonb_strip_nulls(jsonb_build_object('communityId', h.community_id, 'compoundId', h.compound_id,
           'buildingId', h.building_id, 'entranceId', h.entrance_id, 'homeId', h.id)),
         array[h.community_id], t.from_day, t.to_day
  from home_tie t join home h on h.community_id = t.community_id and h.id = t.home_id
  where t.person_id = who and t.from_day <= on_day and (t.to_day is null or t.to_day >= on_day)
$$;

-- How far each role's rows reach; the same words stand in shared/role/roles.ts, and a test holds the two together.
create function reach_of(who uuid, at_version bigint, on_day date) returns reach
language sql stable as $$
  with r as materialized (select * from roles_of(who, on_day))
  select who, at_version, on_day,
    coalesce((select jsonb_agg(jsonb_build_object('role', role, 'scope', scope, 'scopeName', scope_name, 'path', path,
       'communities', (select coalesce(jsonb_agg(jsonb_build_object('communityId', c.id, 'name', c.name)), '[]')
                       from community c where c.id = any (communities)),
       'from', from_day, 'to', to_day)) from r), '[]'),
    coalesce((select string_agg(distinct c::text, ',') from r, unnest(communities) c
       where scope in ('district', 'subdistrict', 'community', 'grid')), ''),
    coalesce((select string_agg(distinct path ->> 'compoundId', ',') from r
       where scope in ('compound', 'building', 'entrance', 'home')), ''),
    coalesce((select string_agg(distinct path ->> 'buildingId', ',') from r where scope in ('building', 'entrance')), ''),
    coalesce((select string_agg(distinct path ->> 'homeId', ',') from r where scope = 'home'), ''),
    coalesce((select string_agg(distinct path ->> 'organisationId', ',') from r where scope = 'organisation'), ''),
    coalesce((select string_agg(distinct e.compound_id::text, ',') from r
       join engagement e on e.organisation_id = (path ->> 'organisationId')::uuid
        and e.from_day <= on_day and (e.to_day is null or e.to_day >= on_day)
       where scope = 'organisation'), ''),
    coalesce((select string_agg(distinct x, ',') from (
       select path ->> 'subdistrictId' from r where scope = 'subdistrict'
       union select path ->> 'districtId' from r where scope = 'district'
       union select s.id::text from r join subdistrict s on s.district_id = (path ->> 'districtId')::uuid where scope = 'district'
     ) a(x)), '')
$$;

-- At the head of every transaction: checks the session, sets what the policies read, answers who asks.
-- Local to the transaction: a pooled connection never carries one caller's reach to the next.
create function enter(hash bytea, at timestamptz) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  session_id uuid;
  who uuid;
  current_version bigint;
  r reach;
begin
  select s.id, s.person_id, p.reach_version into session_id, who, current_version
  from session s join person p on p.id = s.person_id
  where s.token_hash = hash and s.ended_at is null and s.expires_at > at and p.erased_at is null;
  if not found then raise exception 'signed out' using errcode = '28000'; end if;
  select * into r from reach where person_id = who and version = current_version and day = day_in_china(at);
  if not found then
    r := reach_of(who, current_version, day_in_china(at));
    insert into reach select r.*
      on conflict (person_id) do update set version = excluded.version, day = excluded.day, roles = excluded.roles,
        communities = excluded.communities, compounds = excluded.compounds, buildings = excluded.buildings,
        homes = excluded.homes, organisations = excluded.organisations, given = excluded.given, above = excluded.above;
  end if;
  perform set_config('app.person', who::text, true),
          set_config('app.day', day_in_china(at)::text, true),
          set_config('app.communities', r.communities, true),
          set_config('app.compounds', r.compounds, true),
          set_config('app.buildings', r.buildings, true),
          set_config('app.homes', r.homes, true),
          set_config('app.organisations', r.organisations, true),
          set_config('app.given', r.given, true),
          set_config('app.above', r.above, true);
  return jsonb_build_object('personId', who, 'sessionId', session_id, 'roles', r.roles);
end $$;
revoke execute on function enter(bytea, timestamptz) from public;
grant execute on function enter(bytea, timestamptz) to app;
revoke execute on function reach_of(uuid, bigint, date), roles_of(uuid, date) from public;

-- Whatever changes a person's reach makes the kept answer stale, whoever commits first: the version is compared, not the row.
create function reach_follows_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set reach_version = reach_version + 1 where id = new.person_id;
  return null;
end $$;
create trigger reach_follows after insert or update on role_grant for each row execute function reach_follows_grant();

create function reach_follows_tie() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set reach_version = reach_version + 1
  where id in (new.person_id, case when tg_op = 'UPDATE' then old.person_id end);
  return null;
end $$;
create trigger reach_follows_new after insert on home_tie for each row
  when (new.person_id is not null) execute function reach_follows_tie();
create trigger reach_follows after update on home_tie for each row
  when (old.person_id is not null or new.person_id is not null) execute function reach_follows_tie();

create function reach_follows_engagement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set reach_version = reach_version + 1
  where id in (select person_id from role_grant where organisation_id = new.organisation_id);
  return null;
end $$;
create trigger reach_follows after insert or update on engagement for each row execute function reach_follows_engagement();

create function reach_follows_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set reach_version = reach_version + 1
  where id in (select person_id from role_grant where community_id = new.community_id
               union select person_id from home_tie where community_id = new.community_id and building_id = new.id);
  return null;
end $$;
create trigger reach_follows after update of compound_id, grid_id on building for each row execute function reach_follows_places();

create function reach_follows_community() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set reach_version = reach_version + 1
  where id in (select g.person_id from role_grant g
               left join subdistrict s on s.id = new.subdistrict_id
               where g.subdistrict_id = s.id or g.district_id = s.district_id);
  return null;
end $$;
create trigger reach_follows after insert on community for each row execute function reach_follows_community();
