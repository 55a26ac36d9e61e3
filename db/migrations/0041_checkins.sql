-- A member's belonging to one community, from presenting the slip on. Its row is seen by the member, the community's workers and
-- the unit's liaison; what the member told of themselves stands beside it, where the unit does not see it.
create table checkin (
  community_id uuid not null references community,
  id uuid not null,
  kind text not null check (kind in ('inService', 'noOffice')),
  state text not null check (state in ('presented', 'returned', 'accepted', 'confirmed', 'transferred', 'ended', 'withdrawn')),
  -- none yet for a member without office who has no app
  person_id uuid references person,
  organisation_id uuid references organisation,
  slip_id uuid,
  presented_at timestamptz not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  accepted_at timestamptz,
  decided_by uuid references person,
  confirmed_at timestamptz,
  confirmed_by uuid references person,
  ended_at timestamptz,
  end_reason text check (end_reason in ('movedAway', 'asked', 'mistaken', 'other')),
  receipt_number text unique check (receipt_number ~ '^\d{12}$'),
  check_code text check (check_code ~ '^[2-9A-HJKMNP-Z]{10}$'),
  -- the one in another community that it follows upon; checked by the trigger, since it crosses communities
  from_community_id uuid,
  from_id uuid,
  primary key (community_id, id),
  foreign key (organisation_id, slip_id) references slip,
  check ((kind = 'inService') = (slip_id is not null)),
  check ((organisation_id is null) = (slip_id is null)),
  check ((accepted_at is null) = (receipt_number is null)),
  check ((receipt_number is null) = (check_code is null)),
  check (state not in ('accepted', 'confirmed', 'transferred') or accepted_at is not null),
  check ((state = 'confirmed') <= (confirmed_at is not null)),
  check ((state in ('transferred', 'ended', 'withdrawn')) = (ended_at is not null)),
  check ((from_community_id is null) = (from_id is null))
);
-- one person, one community; and one on the way
create unique index checkin_lives_once on checkin (person_id) where state in ('accepted', 'confirmed');
create unique index checkin_waits_once on checkin (person_id) where state in ('presented', 'returned');
create unique index checkin_uses_slip_once on checkin (organisation_id, slip_id) where from_id is null and state <> 'withdrawn';
create unique index checkin_follows_once on checkin (from_community_id, from_id) where state <> 'withdrawn';
create index checkin_in_order on checkin (community_id, presented_at desc nulls first, id desc nulls first);
create index checkin_of_person on checkin (person_id);
create index checkin_of_unit on checkin (organisation_id, accepted_at desc nulls first, id) where organisation_id is not null;
create index checkin_of_slip on checkin (slip_id) where slip_id is not null;

create table checkin_profile (
  community_id uuid not null,
  checkin_id uuid not null,
  -- gone with the person
  name text,
  phone_cipher bytea,
  phone_index bytea,
  building_id uuid,
  home_id uuid,
  skills text[] not null,
  interests text[] not null,
  free text[] not null,
  work jsonb not null,
  -- why it was returned
  reason text,
  primary key (community_id, checkin_id),
  foreign key (community_id, checkin_id) references checkin,
  foreign key (community_id, building_id, home_id) references home (community_id, building_id, id),
  check ((building_id is null) = (home_id is null)),
  check ((phone_cipher is null) = (phone_index is null))
);
create index checkin_profile_home on checkin_profile (community_id, building_id);
create index checkin_profile_phone on checkin_profile (phone_index) where phone_index is not null;

call bind_rows('checkin');
call bind_rows('checkin_profile');
create policy reach on checkin to app using (
     person_id = (select me())
  or community_id = any ((select my_counters())::uuid[])
  or organisation_id = any ((select my_units())::uuid[]))
  with check (
     (person_id = (select me()) or community_id = any ((select my_counters())::uuid[]) or organisation_id = any ((select my_units())::uuid[])));
create policy reach on checkin_profile to app using (
     community_id = any ((select my_counters())::uuid[])
  or exists (select 1 from checkin c where c.community_id = checkin_profile.community_id and c.id = checkin_profile.checkin_id and c.person_id = (select me())));
create policy shown_with_checkin on slip for select to app using (
  exists (select 1 from checkin c where c.slip_id = slip.id and c.community_id = any ((select my_counters())::uuid[])));
grant select, insert, update (state, accepted_at, decided_by, confirmed_at, confirmed_by, ended_at, end_reason, receipt_number, check_code) on checkin to app;
grant select, insert, update (name, building_id, home_id, skills, interests, free, work, reason) on checkin_profile to app;

-- Every legal move, and by whom; shared/checkin/states.ts says the same.
create function checkin_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  by_member boolean := new.person_id = me();
  by_worker boolean := new.community_id = any (my_counters());
  by_unit boolean := new.organisation_id = any (my_units());
begin
  if tg_op = 'INSERT' then
    if me() is not null and not (case new.kind
        when 'inService' then by_member and new.state = 'presented'
        when 'noOffice' then (by_worker and new.state = 'accepted') or (by_member and new.state = 'presented' and new.from_id is not null) end) then
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
    if not found then raise exception 'what it follows upon has ended' using errcode = '23514', constraint = 'checkin_moves'; end if;
  end if;
  if new.state = 'withdrawn' and new.from_id is null then
    update slip set used_at = null, used_by = null where organisation_id = new.organisation_id and id = new.slip_id;
  end if;
  return new;
end $$;
create trigger checkin_moves before insert or update of state on checkin for each row execute function checkin_moves();

-- A member without office who signs in later finds the check-in that was registered with their vouched number.
create function checkin_follows_phone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update checkin c set person_id = new.id from checkin_profile p
  where p.community_id = c.community_id and p.checkin_id = c.id and p.phone_index = new.phone_index and c.person_id is null and c.state = 'accepted'
    and not exists (select 1 from checkin o where o.person_id = new.id and o.state in ('accepted', 'confirmed'))
    and c.id = (select min(q.checkin_id::text)::uuid from checkin_profile q join checkin d on d.community_id = q.community_id and d.id = q.checkin_id
      where q.phone_index = new.phone_index and d.person_id is null and d.state = 'accepted');
  return null;
end $$;
create trigger checkin_follows_phone after update of phone_index on person for each row
  when (new.phone_index is not null and new.phone_index is distinct from old.phone_index) execute function checkin_follows_phone();

-- Which of these numbers neither a slip nor a receipt has, of whatever unit: told to whoever is about to give one.
create function free_numbers(minted text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp as $$
  select m from unnest(minted) m where me() is not null and not exists (select 1 from slip where number = m)
    and not exists (select 1 from checkin where receipt_number = m)
$$;
revoke execute on function free_numbers(text[]) from public;
grant execute on function free_numbers(text[]) to app;

-- Without a session: genuine and current, and nothing else.
create function verify_receipt(of_number text, of_code text) returns boolean
language sql stable security definer set search_path = public, pg_temp as
  $$ select state in ('accepted', 'confirmed') from checkin where receipt_number = of_number and check_code = of_code $$;
revoke execute on function verify_receipt(text, text) from public;
grant execute on function verify_receipt(text, text) to app;

-- The check-in that another follows upon, by its community's name, for whoever sees the later one.
create function checkin_before(of_community uuid, of_checkin uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select k.name from checkin c join community k on k.id = c.from_community_id
  where c.community_id = of_community and c.id = of_checkin
    and (c.person_id = me() or c.community_id = any (my_counters()) or c.organisation_id = any (my_units()))
$$;
revoke execute on function checkin_before(uuid, uuid) from public;
grant execute on function checkin_before(uuid, uuid) to app;

-- What the record tells of check-ins is for those who may see them: not for grid workers, nor for levels above.
drop policy reads on record;
create policy reads on record for select to app using (
     (community_id = any ((select my_communities())::uuid[])
       and (subject_kind not in ('checkin', 'service', 'care', 'serviceRecord', 'task') or community_id = any ((select my_counters())::uuid[])))
  or about_id = (select me())
  or actor_id = (select me()));

-- What a person told of themselves goes; that somebody once checked in stays as a number. Open ones end.
create function forget_checkins(who uuid, at timestamptz) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update checkin set state = case when state in ('presented', 'returned') then 'withdrawn' else 'ended' end, ended_at = at,
      end_reason = case when state in ('accepted', 'confirmed') then 'asked' end
    where person_id = who and state in ('presented', 'returned', 'accepted', 'confirmed');
  update checkin_profile p set name = null, phone_cipher = null, phone_index = null, building_id = null, home_id = null, skills = '{}', interests = '{}',
      free = '{}', work = '{"kind":"none"}', reason = null
    from checkin c where c.community_id = p.community_id and c.id = p.checkin_id and c.person_id = who;
  update service_record r set words = null, comment = null from checkin c
    where c.community_id = r.community_id and c.id = r.checkin_id and c.person_id = who;
  update slip set name = null, phone_cipher = null, phone_index = null where used_by = who;
  update consent set withdrawn_at = greatest(at, given_at) where person_id = who and withdrawn_at is null;
end $$;
revoke execute on function forget_checkins(uuid, timestamptz) from public;
create function withdraw_consent(at timestamptz) returns void language sql security definer set search_path = public, pg_temp as
  $$ select forget_checkins(me(), at) where me() is not null $$;
revoke execute on function withdraw_consent(timestamptz) from public;
grant execute on function withdraw_consent(timestamptz) to app;
