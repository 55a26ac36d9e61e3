-- Money that residents paid for one purpose; whose an income is; and what the property company laid out, paid back from the owners' share.
create table fund (
  community_id uuid not null,
  compound_id uuid not null,
  resolution_id uuid not null,
  account_id uuid not null,
  -- what was left went back to whoever paid: nothing more comes in
  closed_at timestamptz,
  primary key (community_id, compound_id, resolution_id),
  foreign key (community_id, compound_id, account_id) references account,
  foreign key (community_id, resolution_id) references pledge_call
);
create table fund_home (
  community_id uuid not null,
  compound_id uuid not null,
  resolution_id uuid not null,
  pledge_id uuid not null,
  home_id uuid not null,
  pledged_fen bigint not null,
  paid_fen bigint not null default 0,
  returned_fen bigint not null default 0,
  primary key (community_id, compound_id, resolution_id, pledge_id),
  foreign key (community_id, compound_id, resolution_id) references fund,
  foreign key (community_id, pledge_id) references pledge,
  foreign key (community_id, home_id) references home,
  constraint fund_home_within check (paid_fen between 0 and pledged_fen and returned_fen between 0 and paid_fen)
);
create index fund_home_of on fund_home (community_id, home_id);
-- Money of one home for its purpose, in (above zero) and back (below); the entry may hold several.
create table fund_payment (
  community_id uuid not null,
  compound_id uuid not null,
  entry_id uuid not null,
  resolution_id uuid not null,
  pledge_id uuid not null,
  fen bigint not null check (fen <> 0),
  primary key (community_id, compound_id, entry_id, pledge_id),
  foreign key (community_id, compound_id, entry_id) references entry,
  foreign key (community_id, compound_id, resolution_id, pledge_id) references fund_home
);
create index fund_payment_of on fund_payment (community_id, compound_id, resolution_id, pledge_id);

create table split_rule (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  from_period text not null check (from_period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  owners_bp integer not null,
  manager_bp integer not null,
  resolution_id uuid,
  decided_on date not null,
  decision text not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  set_at timestamptz not null,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, account_id) references account,
  foreign key (community_id, resolution_id) references resolution,
  constraint split_rule_once unique (community_id, compound_id, account_id, from_period),
  constraint split_whole check (owners_bp >= 0 and manager_bp >= 0 and owners_bp + manager_bp = 10000)
);
-- A month's income of one source, in two shares; how much of the owners' has gone into paying back an advance.
create table settlement (
  community_id uuid not null,
  compound_id uuid not null,
  period text not null,
  account_id uuid not null,
  income_fen bigint not null,
  owners_fen bigint not null,
  manager_fen bigint not null,
  repaid_fen bigint not null default 0,
  primary key (community_id, compound_id, period, account_id),
  foreign key (community_id, compound_id, account_id) references account,
  constraint settlement_whole check (owners_fen + manager_fen = income_fen),
  constraint settlement_share check (repaid_fen between 0 and greatest(owners_fen, 0))
);
create table advance (
  community_id uuid not null,
  compound_id uuid not null,
  -- that of its entry as well
  id uuid not null,
  organisation_id uuid not null references organisation,
  name text not null check (name <> ''),
  total_fen bigint not null check (total_fen > 0),
  repaid_fen bigint not null default 0,
  from_period text not null check (from_period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  months integer not null check (months between 1 and 240),
  share_bp integer not null check (share_bp between 1 and 10000),
  resolution_id uuid,
  decided_on date not null,
  decision text not null,
  at timestamptz not null,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, id) references entry,
  foreign key (community_id, resolution_id) references resolution,
  constraint advance_within check (repaid_fen between 0 and total_fen)
);
create index advance_by on advance (organisation_id);
-- Out of which month's owners' share it was paid back.
create table repayment (
  community_id uuid not null,
  compound_id uuid not null,
  entry_id uuid not null,
  period text not null,
  account_id uuid not null,
  advance_id uuid not null,
  fen bigint not null check (fen > 0),
  early boolean not null,
  resolution_id uuid,
  decided_on date,
  decision text,
  reversed_by uuid,
  primary key (community_id, compound_id, entry_id, period),
  foreign key (community_id, compound_id, entry_id) references entry,
  foreign key (community_id, compound_id, advance_id) references advance,
  foreign key (community_id, compound_id, period, account_id) references settlement,
  foreign key (community_id, compound_id, reversed_by) references entry,
  foreign key (community_id, resolution_id) references resolution,
  check (not early or (decided_on is not null and decision is not null))
);
create index repayment_of on repayment (community_id, compound_id, advance_id);

create function fund_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update fund_home set paid_fen = paid_fen + greatest(new.fen, 0), returned_fen = returned_fen + greatest(-new.fen, 0)
    where community_id = new.community_id and compound_id = new.compound_id and resolution_id = new.resolution_id and pledge_id = new.pledge_id;
  return null;
end $$;
create trigger fund_counts after insert on fund_payment for each row execute function fund_counts();
create function repayment_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sign integer := case when tg_op = 'INSERT' then 1 else -1 end;
begin
  update settlement set repaid_fen = repaid_fen + sign * new.fen
    where community_id = new.community_id and compound_id = new.compound_id and period = new.period and account_id = new.account_id;
  update advance set repaid_fen = repaid_fen + sign * new.fen
    where community_id = new.community_id and compound_id = new.compound_id and id = new.advance_id;
  return null;
end $$;
create trigger repayment_counts after insert on repayment for each row execute function repayment_counts();
create trigger repayment_counts_back after update of reversed_by on repayment for each row
  when (old.reversed_by is null and new.reversed_by is not null) execute function repayment_counts();
create function fund_and_advance_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update fund_home h set paid_fen = h.paid_fen - p.fen from fund_payment p
    where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.reverses and p.fen > 0
      and h.community_id = p.community_id and h.compound_id = p.compound_id and h.resolution_id = p.resolution_id and h.pledge_id = p.pledge_id;
  update repayment set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and entry_id = new.reverses;
  return null;
end $$;
create trigger fund_and_advance_undone after insert on entry for each row when (new.reverses is not null) execute function fund_and_advance_undone();

do $$ declare t text; begin
  foreach t in array array['fund', 'fund_home', 'fund_payment', 'split_rule', 'settlement', 'advance', 'repayment'] loop
    execute format('call bind_rows(%L)', t);
    execute format('create policy adds on %I for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]))', t);
  end loop;
  foreach t in array array['fund', 'split_rule', 'settlement', 'advance', 'repayment'] loop
    execute format('create policy reads on %I for select to app using (compound_id = any ((select my_books())::uuid[]))', t);
  end loop;
end $$;
create policy keeps on fund_home for select to app using (
  compound_id = any ((select my_desk_books())::uuid[]) or home_id = any ((select my_homes())::uuid[]));
create policy keeps on fund_payment for select to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy closes on fund for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy settles on settlement for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
grant select, insert, update (closed_at) on fund to app;
grant select, insert on fund_home, fund_payment, split_rule, advance, repayment to app;
grant select, insert, update (income_fen, owners_fen, manager_fen) on settlement to app;
-- what came in and went back of all homes together, without of whom
create function fund_sums(of_community uuid, of_compound uuid) returns table (resolution_id uuid, paid bigint, returned bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.resolution_id, sum(h.paid_fen)::bigint, sum(h.returned_fen)::bigint from fund_home h
  where h.community_id = of_community and h.compound_id = of_compound and of_compound = any (my_books()) group by h.resolution_id
$$;
-- calls for pledges that the compound's meetings published, for whoever reads its books
create function calls_of(of_community uuid, of_compound uuid) returns table (resolution_id uuid, words text, pledged bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.id, left(r.words, 60), c.pledged_fen from pledge_call c join resolution r on r.community_id = c.community_id and r.id = c.resolution_id
  where c.community_id = of_community and r.compound_id = of_compound and r.published and of_compound = any (my_books())
  order by r.due_on desc, r.id
$$;
-- pledges of one call, for those who keep the books; a word taken back is none
create function pledges_to_pay(of_community uuid, of_compound uuid, of_resolution uuid)
returns table (pledge_id uuid, home_id uuid, label text, fen bigint, withdrawn boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.home_id, h.label, p.fen, p.withdrawn_at is not null from pledge p
  join resolution r on r.community_id = p.community_id and r.id = p.resolution_id and r.compound_id = of_compound and r.published
  join home h on h.community_id = p.community_id and h.id = p.home_id
  where p.community_id = of_community and p.resolution_id = of_resolution
    and (of_compound = any (my_desk_books()) or p.home_id = any (my_homes()))
  order by h.sort_key, p.id
$$;
do $$ declare f text; begin
  foreach f in array array['fund_sums(uuid, uuid)', 'calls_of(uuid, uuid)', 'pledges_to_pay(uuid, uuid, uuid)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
