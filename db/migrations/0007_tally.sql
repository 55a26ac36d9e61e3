-- The subdistrict's figures, kept by the same transactions that change them, so that reading one never counts rows.
create table tally (
  community_id uuid primary key references community,
  compounds integer not null default 0,
  buildings integer not null default 0,
  homes integer not null default 0,
  bound_homes integer not null default 0,
  claims_waiting integer not null default 0
);
call bind_rows('tally');
create policy reach on tally for select to app using (community_id = any ((select my_communities())::uuid[]));
grant select on tally to app;

create function tally_opens() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into tally (community_id) values (new.id);
  return null;
end $$;
create trigger tally_opens after insert on community for each row execute function tally_opens();

create function tally_places_added() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  execute format('update tally t set %1$I = t.%1$I + n.n from (select community_id, count(*) n from added group by 1) n where n.community_id = t.community_id', tg_argv[0]);
  return null;
end $$;
create trigger tally_added after insert on compound referencing new table as added for each statement execute function tally_places_added('compounds');
create trigger tally_added after insert on building referencing new table as added for each statement execute function tally_places_added('buildings');
create trigger tally_added after insert on home referencing new table as added for each statement execute function tally_places_added('homes');

create function tally_compound_ended() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update tally set compounds = compounds - 1 where community_id = new.community_id;
  return null;
end $$;
create trigger tally_ended after update of to_day on compound for each row
  when (old.to_day is null and new.to_day is not null) execute function tally_compound_ended();

create function tally_bound() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update tally set bound_homes = bound_homes + (case when new.bound then 1 else -1 end) where community_id = new.community_id;
  return null;
end $$;
create trigger tally_bound after update of bound on home for each row
  when (old.bound is distinct from new.bound) execute function tally_bound();

-- A home is bound while somebody who signed in belongs to it: with an end in the future too, until `unbind_homes` of that night.
create function home_follows_ties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update home h set bound = b.bound
  from (select exists (select 1 from home_tie t where t.community_id = new.community_id and t.home_id = new.home_id
                       and t.person_id is not null and (t.to_day is null or t.to_day >= my_day())) as bound) b
  where h.community_id = new.community_id and h.id = new.home_id and h.bound is distinct from b.bound;
  return null;
end $$;
create trigger home_follows_new_tie after insert on home_tie for each row
  when (new.person_id is not null) execute function home_follows_ties();
create trigger home_follows_tie after update of person_id, to_day on home_tie for each row
  when (old.person_id is not null or new.person_id is not null) execute function home_follows_ties();

create function unbind_homes(on_day date) returns setof uuid
language sql security definer set search_path = public, pg_temp as $$
  update home h set bound = false
  where h.bound
    and exists (select 1 from home_tie t where t.community_id = h.community_id and t.home_id = h.id
                and t.person_id is not null and t.to_day < on_day)
    and not exists (select 1 from home_tie t where t.community_id = h.community_id and t.home_id = h.id
                    and t.person_id is not null and (t.to_day is null or t.to_day >= on_day))
  returning h.id
$$;
revoke execute on function unbind_homes(date) from public;
grant execute on function unbind_homes(date) to tick;

create function tally_claims() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update tally set claims_waiting = claims_waiting
    + (new.state = 'submitted')::int - (case when tg_op = 'UPDATE' then (old.state = 'submitted')::int else 0 end)
  where community_id = new.community_id;
  return null;
end $$;
create trigger tally_claim_new after insert on claim for each row execute function tally_claims();
create trigger tally_claim after update of state on claim for each row
  when (old.state is distinct from new.state) execute function tally_claims();
