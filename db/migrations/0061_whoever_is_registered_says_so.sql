-- A number that a worker typed proves nothing: what a community registered belongs to nobody until the person whose number it is
-- has agreed, typed the name that stands there, and taken it on. Membership is theirs to tell (PIPL 28, 29).
drop trigger checkin_follows_phone on person;
drop function checkin_follows_phone();

-- Insert and update apart, and updates by the columns that the app may change: whose a service is, and by which hours it counts, is put there
-- by the database and is no move.
drop trigger service_moves on service;
create trigger service_begins before insert on service for each row execute function service_moves();
create trigger service_moves before update of state, out_at, out_way, whole, at_work, twice, counted, reason, settled_by, settled_at
  on service for each row execute function service_moves();
-- A service that begins while its check-in is being taken on waits for that, and then is the person's. By name it fires before
-- service_begins, which asks whose it is.
create function service_awaits() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from checkin where community_id = new.community_id and id = new.checkin_id for share;
  return new;
end $$;
create trigger service_awaits before insert on service for each row execute function service_awaits();

-- Those that were bound by a typed number alone belong to nobody again: they are asked now.
with unasked as (
  select c.community_id, c.id from checkin c join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
  where c.kind = 'noOffice' and c.state = 'accepted' and c.from_id is null and p.phone_index is not null
    and not exists (select 1 from consent s where s.person_id = c.person_id and s.withdrawn_at is null)
), served as (
  update service s set who_id = u.id from unasked u where s.community_id = u.community_id and s.checkin_id = u.id
)
update checkin c set person_id = null from unasked u where c.community_id = u.community_id and c.id = u.id;

-- What communities registered with my vouched number: that they did, and nothing of what stands there.
create function registered_for_me() returns table (community_id uuid, id uuid, community text, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.community_id, c.id, k.name, c.accepted_at from person m join checkin_profile p on p.phone_index = m.phone_index
  join checkin c on c.community_id = p.community_id and c.id = p.checkin_id join community k on k.id = c.community_id
  where m.id = me() and c.person_id is null and c.state = 'accepted' order by c.accepted_at desc limit 5
$$;
-- One of them, held, with the name that whoever takes it on has to know; and what is mine already, for whoever asks twice.
create function registered_in_hand(of_community uuid, of_checkin uuid) returns table (name text, state text, mine boolean)
language sql security definer set search_path = public, pg_temp as $$
  select p.name, c.state, c.person_id is not null from checkin c join checkin_profile p on p.community_id = c.community_id and p.checkin_id = c.id
  where c.community_id = of_community and c.id = of_checkin and c.kind = 'noOffice' and c.state = 'accepted'
    and (c.person_id = me() or (c.person_id is null and p.phone_index = (select phone_index from person where id = me())))
  for update of c
$$;
-- Theirs from now on, with what they served: one person's services never overlap, whoever wrote them down.
create function own_registered(of_community uuid, of_checkin uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from consent where person_id = me() and withdrawn_at is null) then
    raise exception 'nobody is a member before consent' using errcode = '23514', constraint = 'checkin_needs_consent';
  end if;
  update checkin c set person_id = me() from checkin_profile p
  where c.community_id = of_community and c.id = of_checkin and c.person_id is null and c.kind = 'noOffice' and c.state = 'accepted'
    and p.community_id = c.community_id and p.checkin_id = c.id and p.phone_index = (select phone_index from person where id = me());
  if not found then raise exception 'not registered with this number' using errcode = '23514', constraint = 'checkin_moves'; end if;
  update service set who_id = me() where community_id = of_community and checkin_id = of_checkin;
end $$;
-- It is not me: the number goes, and whoever wrote it there looks again.
create function disown_registered(of_community uuid, of_checkin uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update checkin_profile p set phone_cipher = null, phone_index = null from checkin c
  where p.community_id = of_community and p.checkin_id = of_checkin and p.phone_index = (select phone_index from person where id = me())
    and c.community_id = p.community_id and c.id = p.checkin_id and c.person_id is null
$$;
revoke execute on function registered_for_me(), registered_in_hand(uuid, uuid), own_registered(uuid, uuid), disown_registered(uuid, uuid) from public;
grant execute on function registered_for_me(), registered_in_hand(uuid, uuid), own_registered(uuid, uuid), disown_registered(uuid, uuid) to app;
