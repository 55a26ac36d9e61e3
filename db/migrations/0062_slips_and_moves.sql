-- The least that is needed of a check-in that is over here: who it was, and when.
create function keep_name_alone(of_community uuid, of_checkin uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  update checkin_profile set phone_cipher = null, phone_index = null, building_id = null, home_id = null, skills = '{}', interests = '{}', free = '{}',
    reason = null where community_id = of_community and checkin_id = of_checkin
$$;
revoke execute on function keep_name_alone(uuid, uuid) from public;

-- As in 0041, and besides: a slip on which the unit wrote a number is presented by whoever has that number; who moves may still be
-- accepted where they go when the old check-in ended meanwhile, and their history follows; what was taken back or has moved on keeps
-- its name and days, and nothing else that was told; what a worker registers belongs to nobody yet.
create or replace function checkin_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  by_member boolean := new.person_id = me();
  by_worker boolean := new.community_id = any (my_counters());
  by_unit boolean := new.organisation_id = any (my_units());
begin
  if tg_op = 'INSERT' then
    if me() is not null and not (case new.kind
        when 'inService' then by_member and new.state = 'presented'
        when 'noOffice' then (by_worker and new.state = 'accepted' and new.person_id is null) or (by_member and new.state = 'presented' and new.from_id is not null) end) then
      raise exception 'a check-in begins with its member, or with the worker who registers it' using errcode = '23514', constraint = 'checkin_moves';
    end if;
    if new.state = 'presented' and not exists (select 1 from consent where person_id = new.person_id and withdrawn_at is null) then
      raise exception 'nothing is taken down before consent' using errcode = '23514', constraint = 'checkin_needs_consent';
    end if;
    if new.from_id is not null then
      if not exists (select 1 from checkin o where o.community_id = new.from_community_id and o.id = new.from_id and o.person_id = new.person_id
          and o.state in ('accepted', 'confirmed') and o.slip_id is not distinct from new.slip_id) then
        raise exception 'a transfer follows upon one of the same person' using errcode = '23514', constraint = 'checkin_follows';
      end if;
    elsif new.slip_id is not null then
      if exists (select 1 from checkin o where o.person_id = new.person_id and o.state in ('accepted', 'confirmed') and o.id <> new.id) then
        raise exception 'checked in already' using errcode = '23505', constraint = 'checkin_has_none';
      end if;
      if exists (select 1 from slip s where s.organisation_id = new.organisation_id and s.id = new.slip_id and s.phone_index is not null
          and s.phone_index is distinct from (select phone_index from person where id = new.person_id)) then
        raise exception 'the slip names another number' using errcode = '23514', constraint = 'checkin_of_phone';
      end if;
      update slip set used_at = new.presented_at, used_by = new.person_id where organisation_id = new.organisation_id and id = new.slip_id
        and voided_at is null and (used_by is null or used_by = new.person_id);
      if not found then raise exception 'used by another' using errcode = '23505', constraint = 'checkin_uses_slip_once'; end if;
    end if;
    return new;
  end if;
  if new.state = old.state then return new; end if;
  if (old.state, new.state) not in (('presented', 'returned'), ('presented', 'accepted'), ('presented', 'withdrawn'), ('returned', 'presented'),
      ('returned', 'withdrawn'), ('accepted', 'confirmed'), ('accepted', 'transferred'), ('confirmed', 'transferred'), ('accepted', 'ended'), ('confirmed', 'ended'))
    or (me() is not null and not (case new.state
      when 'returned' then by_worker when 'accepted' then by_worker when 'confirmed' then by_unit
      when 'presented' then by_member when 'withdrawn' then by_member
      -- by withdrawing consent too
      when 'ended' then by_worker or by_member
      else exists (select 1 from checkin n where n.from_community_id = old.community_id and n.from_id = old.id and n.state = 'presented'
        and n.community_id = any (my_counters())) end)) then
    raise exception 'no such move: % to %', old.state, new.state using errcode = '23514', constraint = 'checkin_moves';
  end if;
  if new.state = 'accepted' and new.from_id is not null then
    update checkin set state = 'transferred', ended_at = new.accepted_at where community_id = new.from_community_id and id = new.from_id
      and state in ('accepted', 'confirmed');
    if not found and not exists (select 1 from checkin where community_id = new.from_community_id and id = new.from_id and state = 'ended') then
      raise exception 'what it follows upon has ended' using errcode = '23514', constraint = 'checkin_moves';
    end if;
  end if;
  if new.state = 'withdrawn' and new.from_id is null then
    update slip set used_at = null, used_by = null where organisation_id = new.organisation_id and id = new.slip_id;
  end if;
  if new.state in ('withdrawn', 'transferred') then
    perform keep_name_alone(new.community_id, new.id);
  end if;
  return new;
end $$;

select keep_name_alone(community_id, id) from checkin where state in ('withdrawn', 'transferred');

-- Whether what a check-in follows upon still counts, for whoever works where the later one is.
create function moves_out(of_community uuid, of_checkin uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select o.state in ('accepted', 'confirmed') from checkin c join checkin o on o.community_id = c.from_community_id and o.id = c.from_id
  where c.community_id = of_community and c.id = of_checkin and c.community_id = any (my_counters())
$$;
revoke execute on function moves_out(uuid, uuid) from public;
grant execute on function moves_out(uuid, uuid) to app;

-- What the community registered may be put right, its number too.
grant update (phone_cipher, phone_index) on checkin_profile to app;

-- As in 0009; of communities, those of one's district where one is named: nobody moves beyond it.
create or replace function directory(of_level text, of_community uuid, of_parent uuid)
returns table (id uuid, community_id uuid, name text, under text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.id, c.name, s.name from community c join subdistrict s on s.id = c.subdistrict_id
    where of_level = 'community' and me() is not null
      and (of_community is null or s.district_id = (select d.district_id from community k join subdistrict d on d.id = k.subdistrict_id where k.id = of_community))
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
