-- The few things done by or for somebody whose rows are not in reach yet. Each is narrow and says just what it gives.

create function demo_persons() returns table (person_id uuid, title text, at_place text)
language sql stable security definer set search_path = public, pg_temp as
  $$ select id, demo_title, demo_where from person where demo_title is not null and erased_at is null order by demo_order $$;

create function open_session(new_id uuid, hash bytea, who uuid, on_device text, at timestamptz, until timestamptz, entry_id uuid)
returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from person where id = who and erased_at is null) then return false; end if;
  insert into session (id, token_hash, person_id, device, opened_at, expires_at) values (new_id, hash, who, on_device, at, until);
  insert into record (community_id, id, at, actor_id, action, subject_kind, subject_id)
    values ('00000000-0000-4000-8000-000000000000', entry_id, at, who, 'session.opened', 'session', new_id);
  return true;
end $$;

-- The person of a WeChat account, made on their first visit.
create function person_of_openid(idx bytea, cipher bytea, new_id uuid, at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid;
begin
  insert into person (id, openid_index, openid_cipher, joined_at) values (new_id, idx, cipher, at)
    on conflict (openid_index) do nothing;
  select id into who from person where openid_index = idx;
  return who;
end $$;

-- Whom a granter means by a number that the platform vouched for.
create function person_of_phone(idx bytea) returns uuid
language sql stable security definer set search_path = public, pg_temp as
  $$ select id from person where phone_index = idx and erased_at is null $$;

-- Binds the caller's vouched number, and with it the homes whose roll carries that number.
create function bind_phone(cipher bytea, idx bytea, at timestamptz, on_day date)
returns table (community_id uuid, tie_id uuid, home_id uuid, label text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if me() is null then raise exception 'signed out' using errcode = '28000'; end if;
  update person set phone_cipher = cipher, phone_index = idx where id = me() and erased_at is null;
  -- given up from another phone in this very moment
  if not found then raise exception 'signed out' using errcode = '28000'; end if;
  return query
    with mine as (
      update home_tie t set person_id = me()
      where t.phone_index = idx and t.person_id is null and (t.to_day is null or t.to_day >= on_day)
        and not exists (select 1 from home_tie o where o.community_id = t.community_id and o.home_id = t.home_id
                        and o.person_id = me() and o.kind = t.kind and o.to_day is null)
        -- the same number twice on one home binds once
        and t.id = (select min(s.id::text)::uuid from home_tie s where s.community_id = t.community_id and s.home_id = t.home_id
                    and s.kind = t.kind and s.phone_index = idx and s.person_id is null and (s.to_day is null or s.to_day >= on_day))
      returning t.community_id, t.id, t.home_id, t.name
    ), named as (
      update person set name = coalesce(person.name, (select m.name from mine m where m.name is not null limit 1)) where id = me()
    )
    select m.community_id, m.id, m.home_id, h.label from mine m
    join home h on h.community_id = m.community_id and h.id = m.home_id;
end $$;

-- Names of places and numbers of homes, step by step, for somebody who looks for their own. Never who lives there.
create function directory(of_level text, of_community uuid, of_parent uuid)
returns table (id uuid, community_id uuid, name text, under text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.id, c.name, s.name from community c join subdistrict s on s.id = c.subdistrict_id
    where of_level = 'community' and me() is not null
  union all
  select p.id, p.community_id, p.name, '' from compound p
    where of_level = 'compound' and me() is not null and p.community_id = of_community and p.to_day is null
  union all
  (select b.id, b.community_id, b.name, '' from building b
    where of_level = 'building' and me() is not null and b.community_id = of_community and b.compound_id = of_parent
    order by b.sort_key)
  union all
  (select e.id, e.community_id, e.name, '' from entrance e
    where of_level = 'entrance' and me() is not null and e.community_id = of_community and e.building_id = of_parent
    order by e.sort_key)
  union all
  (select h.id, h.community_id, h.number, h.label from home h
    where of_level = 'home' and me() is not null and h.community_id = of_community
      and (h.entrance_id = of_parent or (h.entrance_id is null and h.building_id = of_parent))
    order by h.sort_key)
$$;

-- Where a printed code leads.
create function spot_of(of_code text)
returns table (community_id uuid, community text, compound_id uuid, compound text, building_id uuid, building text, entrance_id uuid, entrance text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.name, p.id, p.name, b.id, b.name, e.id, e.name
  from (select community_id, id as building_id, null::uuid as entrance_id from building where code = of_code
        union all select community_id, building_id, id from entrance where code = of_code) found
  join building b on b.community_id = found.community_id and b.id = found.building_id
  join compound p on p.community_id = b.community_id and p.id = b.compound_id
  join community c on c.id = b.community_id
  left join entrance e on e.community_id = found.community_id and e.id = found.entrance_id
  where me() is not null
$$;

-- Where a home is, for somebody who claims it.
create function home_spot(of_community uuid, of_home uuid)
returns table (compound_id uuid, compound text, building_id uuid, entrance_id uuid, label text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.compound_id, c.name, h.building_id, h.entrance_id, h.label from home h
  join compound c on c.community_id = h.community_id and c.id = h.compound_id
  where h.community_id = of_community and h.id = of_home and me() is not null
$$;

-- Who looks after a compound, by role and name: posted at every gate, so told to whoever may see the compound.
create function keepers_of(of_community uuid, of_compound uuid, on_day date)
returns table (role text, name text, scope_name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select g.role, coalesce(p.name, ''), case g.scope when 'community' then k.name else coalesce(b.name || e.name, b.name, r.name, c.name) end
  from role_grant g
  join person p on p.id = g.person_id
  join compound c on c.community_id = g.community_id and c.id = of_compound
  join community k on k.id = g.community_id
  left join entrance e on e.community_id = g.community_id and e.id = g.entrance_id
  left join building b on b.community_id = g.community_id and b.id in (g.building_id, e.building_id)
  left join grid r on r.community_id = g.community_id and r.id = g.grid_id
  where g.community_id = of_community and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
    and (g.community_id = any (my_communities()) or of_compound = any (my_compounds()) or of_compound = any (my_given()))
    and (g.scope = 'community' or g.compound_id = of_compound or b.compound_id = of_compound
         or exists (select 1 from building x where x.community_id = g.community_id and x.grid_id = g.grid_id and x.compound_id = of_compound))
  order by g.role, 3
$$;

-- The person goes, the history stays: names, numbers and free words are emptied, ties and roles end.
create function erase_me(at timestamptz, on_day date) returns void
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
  update role_grant set to_day = greatest(on_day - 1, from_day - 1) where person_id = me() and (to_day is null or to_day >= on_day);
  update session set ended_at = coalesce(ended_at, at), device = '' where person_id = me();
  update person set name = null, phone_cipher = null, phone_index = null, openid_cipher = null, openid_index = null,
    large_type = 'system', demo_title = null, demo_where = null, demo_order = null, erased_at = at where id = me();
  delete from reach where person_id = me();
end $$;

-- How often something was done lately, counted without regard to who may see it.
create unlogged table pace (
  key text primary key,
  window_start timestamptz not null,
  times integer not null
);
call bind_rows('pace');
create function within_pace(of_key text, at timestamptz, window_length interval, at_most integer) returns boolean
language sql security definer set search_path = public, pg_temp as $$
  insert into pace as p (key, window_start, times) values (of_key, at, 1)
  on conflict (key) do update set
    times = case when p.window_start > at - window_length then p.times + 1 else 1 end,
    window_start = case when p.window_start > at - window_length then p.window_start else at end
  returning times <= at_most
$$;
grant select, delete on pace to tick;
create policy clears on pace to tick using (true);

do $$
declare f text;
begin
  foreach f in array array['demo_persons()', 'open_session(uuid, bytea, uuid, text, timestamptz, timestamptz, uuid)',
    'person_of_openid(bytea, bytea, uuid, timestamptz)', 'person_of_phone(bytea)',
    'bind_phone(bytea, bytea, timestamptz, date)', 'directory(text, uuid, uuid)', 'spot_of(text)', 'home_spot(uuid, uuid)',
    'keepers_of(uuid, uuid, date)', 'erase_me(timestamptz, date)', 'within_pace(text, timestamptz, interval, integer)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
