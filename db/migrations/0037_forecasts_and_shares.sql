-- What was expected of a year, and who bears how much of a cost.
create table forecast (
  community_id uuid not null,
  compound_id uuid not null,
  year text not null check (year ~ '^\d{4}$'),
  account_id uuid not null,
  fen bigint not null check (fen between 0 and 10000000000),
  primary key (community_id, compound_id, year, account_id),
  foreign key (community_id, compound_id, account_id) references account
);
create table apportionment (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  name text not null check (name <> '' and length(name) <= 40),
  total_fen bigint not null check (total_fen between 1 and 10000000000),
  method text not null check (method in ('floor', 'area', 'equal')),
  -- [{"floor": 6, "permille": 1150}]: ours, and said so
  coefficients jsonb not null,
  resolution_id uuid,
  homes integer not null check (homes > 0),
  added_by uuid not null references person,
  at timestamptz not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, resolution_id) references resolution
);
create index apportionment_in_order on apportionment (community_id, compound_id, at desc nulls first, id desc nulls first);
create index apportionment_by on apportionment (added_by);
create table apportionment_share (
  community_id uuid not null,
  compound_id uuid not null,
  apportionment_id uuid not null,
  home_id uuid not null,
  place integer not null,
  floor integer,
  area_centiares integer not null,
  permille integer,
  fen bigint not null check (fen >= 0),
  primary key (community_id, compound_id, apportionment_id, home_id),
  foreign key (community_id, compound_id, apportionment_id) references apportionment,
  foreign key (community_id, home_id) references home
);
create index apportionment_share_of on apportionment_share (community_id, home_id);
-- At the end of the transaction, whoever wrote it: the shares of all homes come to the cost.
create function shares_come_to_all() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a apportionment;
begin
  select * into a from apportionment where community_id = new.community_id and compound_id = new.compound_id
    and id = (to_jsonb(new) ->> case tg_table_name when 'apportionment' then 'id' else 'apportionment_id' end)::uuid;
  if (select (count(*), sum(fen)) is distinct from (a.homes::bigint, a.total_fen::numeric) from apportionment_share s
      where s.community_id = a.community_id and s.compound_id = a.compound_id and s.apportionment_id = a.id) then
    raise exception 'the shares do not come to the cost' using errcode = 'check_violation', constraint = 'shares_come_to_all';
  end if;
  return null;
end $$;
create constraint trigger shares_come_to_all after insert on apportionment deferrable initially deferred for each row execute function shares_come_to_all();
create constraint trigger shares_come_to_all after insert on apportionment_share deferrable initially deferred for each row execute function shares_come_to_all();

do $$ declare t text; begin
  foreach t in array array['forecast', 'apportionment', 'apportionment_share'] loop
    execute format('call bind_rows(%L)', t);
  end loop;
end $$;
create policy reads on forecast for select to app using (compound_id = any ((select my_books())::uuid[]));
create policy sets on forecast for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]));
create policy resets on forecast for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
-- that something is shared out, the compound may know; of the shares only one's own
create policy lives on apportionment for select to app using (compound_id = any ((select my_compounds())::uuid[])
  or compound_id = any ((select my_desk_books())::uuid[]));
create policy adds on apportionment for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]) and added_by = (select me()));
create policy keeps on apportionment_share for select to app using (compound_id = any ((select my_desk_books())::uuid[])
  or home_id = any ((select my_homes())::uuid[]));
create policy adds on apportionment_share for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]));
grant select, insert, update (fen) on forecast to app;
grant select, insert on apportionment, apportionment_share to app;

-- What fell due in a year by source, and how much of it is paid: for owners as well, without of whom.
create function collected_of(of_community uuid, of_compound uuid, of_year text)
returns table (account_id uuid, due bigint, collected bigint, charges bigint, paid bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.account_id, sum(c.fen - c.lowered_fen)::bigint, sum(c.paid_fen)::bigint, count(*), count(*) filter (where c.paid_fen + c.lowered_fen = c.fen)
  from charge c where c.community_id = of_community and c.compound_id = of_compound and left(c.period, 4) = of_year and of_compound = any (my_books())
  group by c.account_id
$$;
revoke execute on function collected_of(uuid, uuid, text) from public;
grant execute on function collected_of(uuid, uuid, text) to app;
