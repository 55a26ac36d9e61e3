-- What of the common property is let, to whom and for how much; what falls due of leases and homes, and what is paid of it.
create table space (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('parking', 'advert', 'venue')),
  number text not null check (number <> ''),
  sort_key text not null,
  added_at timestamptz not null,
  ended_on date,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references books,
  unique (community_id, compound_id, id, kind),
  constraint space_number unique (community_id, compound_id, kind, number)
);
create table space_tariff (
  community_id uuid not null,
  compound_id uuid not null,
  space_id uuid not null,
  from_day date not null,
  unit text not null check (unit in ('day', 'month', 'year')),
  fen bigint not null check (fen between 1 and 10000000000),
  primary key (community_id, compound_id, space_id, from_day),
  foreign key (community_id, compound_id, space_id) references space
);
-- what somebody who only visits pays for a day
create table visitor_tariff (
  community_id uuid not null,
  compound_id uuid not null,
  from_day date not null,
  fen bigint not null check (fen between 1 and 10000000000),
  primary key (community_id, compound_id, from_day),
  foreign key (community_id, compound_id) references books
);
create table lease (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  space_id uuid not null,
  kind text not null,
  home_id uuid,
  -- as shared/lease/plate.ts keeps it; empty once whoever drove it has gone
  plate text,
  -- a company that rents a spot or a venue
  tenant text check (tenant <> '' and length(tenant) <= 40),
  from_day date not null,
  to_day date,
  agreed_unit text check (agreed_unit in ('day', 'month', 'year')),
  agreed_fen bigint check (agreed_fen between 1 and 10000000000),
  added_at timestamptz not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, space_id, kind) references space (community_id, compound_id, id, kind),
  foreign key (community_id, home_id) references home,
  check (to_day >= from_day),
  check ((agreed_unit is null) = (agreed_fen is null)),
  check (case kind when 'parking' then home_id is not null and tenant is null else tenant is not null and num_nonnulls(home_id, plate) = 0 end),
  -- nobody has what somebody else has, and no car stands in two places
  constraint lease_apart exclude using gist (community_id with =, space_id with =, daterange(from_day, to_day, '[]') with &&),
  constraint lease_plate_apart exclude using gist (community_id with =, compound_id with =, plate with =, daterange(from_day, to_day, '[]') with &&)
    where (plate is not null)
);
create index lease_in_order on lease (community_id, compound_id, id desc nulls first);
create index lease_of_home on lease (community_id, home_id) where home_id is not null;
create table wait (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  home_id uuid not null,
  plate text,
  at timestamptz not null,
  ended_at timestamptz,
  reason text check (length(reason) <= 200),
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references books,
  foreign key (community_id, home_id) references home
);
create unique index wait_once on wait (community_id, compound_id, home_id) where ended_at is null;
create index wait_in_order on wait (community_id, compound_id, at, id) where ended_at is null;
-- What homes are charged with each month.
create table fee (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  basis text not null check (basis in ('home', 'area')),
  fen bigint not null check (fen between 1 and 10000000000),
  home_kinds text[] not null check (home_kinds <@ array['dwelling', 'shop', 'other'] and cardinality(home_kinds) > 0),
  from_day date not null check (extract(day from from_day) = 1),
  to_day date check (to_day >= from_day),
  resolution_id uuid,
  decided_on date not null,
  decision text not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  added_at timestamptz not null,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references books,
  foreign key (community_id, resolution_id) references resolution
);

-- What fell due: of a lease or of a home, once for each month. Never more is paid and taken off than it came to.
create table charge (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  lease_id uuid,
  fee_id uuid,
  home_id uuid,
  period text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  due_on date not null,
  fen bigint not null check (fen > 0),
  lowered_fen bigint not null default 0,
  paid_fen bigint not null default 0,
  entry_id uuid not null,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, account_id) references account,
  foreign key (community_id, compound_id, lease_id) references lease,
  foreign key (community_id, compound_id, fee_id) references fee,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, compound_id, entry_id) references entry,
  constraint charge_of_lease_once unique (community_id, compound_id, lease_id, period),
  constraint charge_of_home_once unique (community_id, compound_id, fee_id, home_id, period),
  constraint charge_within check (lowered_fen >= 0 and paid_fen >= 0 and lowered_fen + paid_fen <= fen),
  check ((lease_id is null) <> (fee_id is null)),
  check (fee_id is null or home_id is not null)
);
create index charge_open on charge (community_id, compound_id, due_on, id) where paid_fen + lowered_fen < fen;
create index charge_in_order on charge (community_id, compound_id, period, id);
create index charge_of_home on charge (community_id, home_id) where home_id is not null;
create index charge_of_entry on charge (community_id, compound_id, entry_id);

-- What is held of somebody's: paid before it was due, or as a deposit. Of a lease, or of a home.
create table held (
  community_id uuid not null,
  compound_id uuid not null,
  of_id uuid not null,
  prepaid_fen bigint not null default 0,
  deposit_fen bigint not null default 0,
  primary key (community_id, compound_id, of_id),
  foreign key (community_id, compound_id) references books,
  constraint held_within check (prepaid_fen >= 0 and deposit_fen >= 0)
);
create table receipt (
  community_id uuid not null,
  compound_id uuid not null,
  -- that of its entry as well: whoever takes the money mints it
  id uuid not null,
  kind text not null check (kind in ('taken', 'visitor', 'deposit', 'refund')),
  lease_id uuid,
  home_id uuid,
  -- of a visitor
  plate text,
  fen bigint not null check (fen > 0),
  -- of what was taken: not needed yet. Of what is given back: from which it comes
  prepaid_fen bigint not null default 0,
  deposit_fen bigint not null default 0,
  by text not null check (by in ('cash', 'bank', 'wechat')),
  on_day date not null,
  at timestamptz not null,
  taken_by uuid not null references person,
  reversed_by uuid,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, id) references entry,
  foreign key (community_id, compound_id, lease_id) references lease,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, compound_id, reversed_by) references entry,
  check (num_nonnulls(lease_id, home_id) = case kind when 'visitor' then 0 else 1 end),
  check (prepaid_fen >= 0 and deposit_fen >= 0 and prepaid_fen + deposit_fen <= fen),
  check (kind <> 'refund' or prepaid_fen + deposit_fen = fen),
  check (kind <> 'deposit' or deposit_fen = fen)
);
create index receipt_in_order on receipt (community_id, compound_id, at desc nulls first, id desc nulls first);
create index receipt_of_lease on receipt (community_id, compound_id, lease_id) where lease_id is not null;
create index receipt_of_home on receipt (community_id, home_id) where home_id is not null;
create index receipt_by on receipt (taken_by);
-- Which charges something paid: money taken, or what was prepaid when they fell due.
create table payment_part (
  community_id uuid not null,
  compound_id uuid not null,
  entry_id uuid not null,
  charge_id uuid not null,
  fen bigint not null check (fen > 0),
  -- whose prepayment it was; empty where money came in
  held_of uuid,
  primary key (community_id, compound_id, entry_id, charge_id),
  foreign key (community_id, compound_id, entry_id) references entry,
  foreign key (community_id, compound_id, charge_id) references charge
);
create index payment_part_of on payment_part (community_id, compound_id, charge_id);
create table lowering (
  community_id uuid not null,
  compound_id uuid not null,
  entry_id uuid not null,
  charge_id uuid not null,
  fen bigint not null check (fen > 0),
  -- of that: was paid, and is held for whoever paid
  prepaid_fen bigint not null check (prepaid_fen between 0 and fen),
  held_of uuid not null,
  reason text check (length(reason) <= 200),
  primary key (community_id, compound_id, entry_id, charge_id),
  foreign key (community_id, compound_id, entry_id) references entry,
  foreign key (community_id, compound_id, charge_id) references charge
);

-- The rows beside the books move with them, by themselves: what is paid, what is held.
create function hold_more(of_community uuid, of_compound uuid, whose uuid, prepaid bigint, deposit bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if prepaid = 0 and deposit = 0 then return; end if;
  insert into held (community_id, compound_id, of_id) values (of_community, of_compound, whose) on conflict do nothing;
  update held set prepaid_fen = prepaid_fen + prepaid, deposit_fen = deposit_fen + deposit
    where community_id = of_community and compound_id = of_compound and of_id = whose;
end $$;
create function receipt_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sign integer := case when new.kind = 'refund' then -1 else 1 end * case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform hold_more(new.community_id, new.compound_id, coalesce(new.lease_id, new.home_id), sign * new.prepaid_fen, sign * new.deposit_fen);
  return null;
end $$;
create trigger receipt_counts after insert on receipt for each row execute function receipt_counts();
create trigger receipt_counts_back after update of reversed_by on receipt for each row
  when (old.reversed_by is null and new.reversed_by is not null) execute function receipt_counts();
create function part_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update charge set paid_fen = paid_fen + new.fen where community_id = new.community_id and compound_id = new.compound_id and id = new.charge_id;
  perform hold_more(new.community_id, new.compound_id, new.held_of, -new.fen, 0) where new.held_of is not null;
  return null;
end $$;
create trigger part_counts after insert on payment_part for each row execute function part_counts();
create function lowering_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update charge set lowered_fen = lowered_fen + new.fen, paid_fen = paid_fen - new.prepaid_fen
    where community_id = new.community_id and compound_id = new.compound_id and id = new.charge_id;
  perform hold_more(new.community_id, new.compound_id, new.held_of, new.prepaid_fen, 0);
  return null;
end $$;
create trigger lowering_counts after insert on lowering for each row execute function lowering_counts();
-- What an entry did beside the books, a reversal that names it takes back.
create function receipt_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update charge c set paid_fen = c.paid_fen - p.fen from payment_part p
    where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.reverses
      and c.community_id = p.community_id and c.compound_id = p.compound_id and c.id = p.charge_id;
  update receipt set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and id = new.reverses;
  return null;
end $$;
create trigger receipt_undone after insert on entry for each row when (new.reverses is not null) execute function receipt_undone();

do $$ declare t text; begin
  foreach t in array array['space', 'space_tariff', 'visitor_tariff', 'lease', 'wait', 'fee', 'charge', 'held', 'receipt', 'payment_part', 'lowering'] loop
    execute format('call bind_rows(%L)', t);
    execute format('create policy keeps on %I for select to app using (compound_id = any ((select my_desk_books())::uuid[]))', t);
    execute format('create policy adds on %I for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]))', t);
  end loop;
  -- what there is and what it costs, everybody of the compound may know; of leases and payments only one's own
  foreach t in array array['space', 'space_tariff', 'visitor_tariff'] loop
    execute format('create policy lives on %I for select to app using (compound_id = any ((select my_compounds())::uuid[]))', t);
  end loop;
  foreach t in array array['lease', 'wait', 'charge'] loop
    execute format('create policy mine on %I for select to app using (home_id = any ((select my_homes())::uuid[]))', t);
  end loop;
end $$;
create policy owns on fee for select to app using (compound_id = any ((select my_books())::uuid[]));
create policy joins on wait for insert to app with check (home_id = any ((select my_homes())::uuid[]));
create policy leaves on wait for update to app using (home_id = any ((select my_homes())::uuid[]) or compound_id = any ((select my_desk_books())::uuid[]));
-- a property company knows the homes of the compounds that were given to it
create policy given on home for select to app using (compound_id = any ((select my_given())::uuid[]));
create policy mine on receipt for select to app using (home_id = any ((select my_homes())::uuid[])
  or exists (select 1 from lease l where l.community_id = receipt.community_id and l.compound_id = receipt.compound_id and l.id = receipt.lease_id
    and l.home_id = any ((select my_homes())::uuid[])));
create policy mine on held for select to app using (of_id = any ((select my_homes())::uuid[])
  or exists (select 1 from lease l where l.community_id = held.community_id and l.compound_id = held.compound_id and l.id = held.of_id
    and l.home_id = any ((select my_homes())::uuid[])));
create policy ends on space for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy resets on space_tariff for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy resets on visitor_tariff for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy changes on lease for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy ends on fee for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
grant select, insert, update (ended_on) on space to app;
grant select, insert, update (unit, fen) on space_tariff to app;
grant select, insert, update (fen) on visitor_tariff to app;
grant select, insert, update (to_day, plate) on lease to app;
grant select, insert, update (ended_at, reason) on wait to app;
grant select, insert, update (to_day) on fee to app;
grant select, insert on charge to app;
grant select on held to app;
grant select, insert on receipt, payment_part, lowering to app;
-- owners are told what is owed in total, without by whom
create function arrears_of(of_community uuid, of_compound uuid) returns table (due_on date, owed bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.due_on, sum(c.fen - c.lowered_fen - c.paid_fen)::bigint from charge c
  where c.community_id = of_community and c.compound_id = of_compound and c.paid_fen + c.lowered_fen < c.fen and of_compound = any (my_books())
  group by c.due_on
$$;
create function arrears_homes(of_community uuid, of_compound uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct coalesce(c.lease_id, c.home_id)) from charge c
  where c.community_id = of_community and c.compound_id = of_compound and c.paid_fen + c.lowered_fen < c.fen and of_compound = any (my_books())
$$;
-- whether a space is let today, without to whom
create function let_spaces(of_community uuid, of_compound uuid, on_day date) returns table (space_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.space_id from lease l where l.community_id = of_community and l.compound_id = of_compound
    and l.from_day <= on_day and (l.to_day is null or l.to_day >= on_day)
    and (of_compound = any (my_compounds()) or of_compound = any (my_desk_books()))
$$;
-- who is in line before whom, without who they are
create function waiting_line(of_community uuid, of_compound uuid) returns table (id uuid, place bigint, at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, row_number() over (order by w.at, w.id), w.at from wait w
  where w.community_id = of_community and w.compound_id = of_compound and w.ended_at is null
    and (of_compound = any (my_compounds()) or of_compound = any (my_desk_books()))
$$;
do $$ declare f text; begin
  foreach f in array array['arrears_of(uuid, uuid)', 'arrears_homes(uuid, uuid)', 'let_spaces(uuid, uuid, date)', 'waiting_line(uuid, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
revoke execute on function hold_more(uuid, uuid, uuid, bigint, bigint) from public;

-- The scheduler charges what falls due, and pays it from what was prepaid.
do $$ declare t text; begin
  foreach t in array array['space', 'space_tariff', 'lease', 'fee', 'held'] loop
    execute format('create policy ticks on %I for select to tick using (true)', t);
  end loop;
  foreach t in array array['space', 'space_tariff', 'fee', 'held'] loop
    execute format('grant select on %I to tick', t);
  end loop;
  foreach t in array array['charge', 'payment_part'] loop
    execute format('create policy ticks on %I to tick using (true) with check (true)', t);
    execute format('grant select, insert on %I to tick', t);
  end loop;
end $$;
-- not whose car it is, nor who rents
grant select (community_id, compound_id, id, space_id, kind, home_id, from_day, to_day, agreed_unit, agreed_fen, added_at) on lease to tick;
create policy charges on home for select to tick using (true);
grant select on home to tick;
create policy charges on record for insert to tick with check (actor_id is null and subject_kind = 'charge');
-- held while something falls due, so that whoever pays meanwhile waits
create function hold_books(of_community uuid, of_compound uuid) returns void language sql security definer set search_path = public, pg_temp as $$
  select 1 from books where community_id = of_community and compound_id = of_compound for update $$;
revoke execute on function hold_books(uuid, uuid) from public;
grant execute on function hold_books(uuid, uuid) to tick;

-- The person goes: plates of their homes and their own visits are nobody's any more.
create function forget_plates() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update lease set plate = null where home_id = any (my_homes()) and to_day < my_day();
  update wait set plate = null where home_id = any (my_homes());
  return null;
end $$;
create trigger forget_plates after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_plates();
