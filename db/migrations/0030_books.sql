-- The books of a compound: double entry in whole fen. What is posted is never changed; what does not balance cannot be.
create extension if not exists btree_gist;

create function month_of(on_day date) returns text language sql immutable as $$ select to_char(on_day, 'YYYY-MM') $$;
create function month_after(month text) returns text language sql immutable as
  $$ select to_char((month || '-01')::date + interval '1 month', 'YYYY-MM') $$;

create table books (
  community_id uuid not null,
  compound_id uuid not null,
  -- as the one who opened them minted it
  id uuid not null,
  from_day date not null check (extract(day from from_day) = 1),
  spend_limit_fen bigint not null check (spend_limit_fen >= 0),
  answer_days integer not null check (answer_days between 1 and 60),
  -- all months up to it are published: nothing is entered there any more
  closed_through text check (closed_through ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  last_number integer not null default 0,
  -- what parking on common land rests on, 民法典 278
  ground_resolution_id uuid,
  ground_on date,
  ground_named text,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  primary key (community_id, compound_id),
  foreign key (community_id, compound_id) references compound,
  foreign key (community_id, ground_resolution_id) references resolution,
  check ((ground_on is null) = (ground_named is null))
);

create table account (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  key text not null,
  code text not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('money', 'claim', 'debt', 'equity', 'income', 'expense')),
  -- on this side its balance never goes below zero
  floor text check (floor in ('debit', 'credit')),
  by_hand boolean not null,
  -- debits less credits; kept by the postings themselves
  balance_fen bigint not null default 0,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references books,
  constraint account_key unique (community_id, compound_id, key),
  constraint account_floor check (case floor when 'debit' then balance_fen >= 0 when 'credit' then balance_fen <= 0 else true end)
);
create unique index account_name on account (community_id, compound_id, name) where kind in ('income', 'expense');
-- what went through an account in a month
create table account_month (
  community_id uuid not null,
  compound_id uuid not null,
  account_id uuid not null,
  period text not null,
  debit_fen bigint not null check (debit_fen >= 0),
  credit_fen bigint not null check (credit_fen >= 0),
  primary key (community_id, compound_id, account_id, period),
  foreign key (community_id, compound_id, account_id) references account
);
create index account_month_of on account_month (community_id, compound_id, period);

create table entry (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  number integer not null,
  kind text not null check (kind in ('opening', 'manual', 'charged', 'lowered', 'received', 'visitor', 'applied', 'deposited', 'refunded', 'split',
    'managerPaid', 'advanced', 'repaid', 'spent', 'fundReceived', 'fundSpent', 'fundReturned', 'reversal')),
  occurred_on date not null,
  recorded_at timestamptz not null,
  -- the month in which it counts
  period text not null check (period ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- none: the scheduler
  recorded_by uuid references person,
  recorded_as text,
  -- so many lines and so much on each side: nothing can be hung on it later
  lines integer not null check (lines >= 2),
  total_fen bigint not null check (total_fen > 0),
  memo text check (memo <> '' and length(memo) <= 200),
  reverses uuid,
  -- what was sent, so that the same id with other content is known; none: the scheduler
  sent_hash bytea check (octet_length(sent_hash) = 32),
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references books,
  foreign key (community_id, compound_id, reverses) references entry,
  constraint entry_number unique (community_id, compound_id, number),
  constraint entry_reversed_once unique (community_id, compound_id, reverses),
  constraint entry_in_future check (occurred_on <= day_in_china(recorded_at)),
  check ((kind = 'reversal') = (reverses is not null))
);
create index entry_in_order on entry (community_id, compound_id, period, number);
create index entry_by on entry (recorded_by) where recorded_by is not null;
create table posting (
  community_id uuid not null,
  compound_id uuid not null,
  entry_id uuid not null,
  line integer not null,
  account_id uuid not null,
  side text not null check (side in ('debit', 'credit')),
  fen bigint not null check (fen between 1 and 10000000000000),
  primary key (community_id, compound_id, entry_id, line),
  foreign key (community_id, compound_id, entry_id) references entry,
  foreign key (community_id, compound_id, account_id) references account
);
create index posting_of_account on posting (community_id, compound_id, account_id, entry_id);
-- The paper behind an entry. Owners see the copy on which somebody covered what is private; one photo stands behind one entry.
create table entry_voucher (
  community_id uuid not null,
  photo_id uuid not null,
  compound_id uuid not null,
  entry_id uuid not null,
  place integer not null,
  masked_photo_id uuid,
  masked_by uuid references person,
  masked_at timestamptz,
  primary key (community_id, photo_id),
  foreign key (community_id, compound_id, entry_id) references entry,
  foreign key (community_id, photo_id) references photo,
  foreign key (community_id, masked_photo_id) references photo,
  unique (community_id, masked_photo_id),
  check (photo_id <> masked_photo_id),
  check (num_nonnulls(masked_photo_id, masked_by, masked_at) in (0, 3))
);
create index entry_voucher_of on entry_voucher (community_id, compound_id, entry_id, place);
create index entry_voucher_waiting on entry_voucher (community_id, compound_id) where masked_photo_id is null;
create index entry_voucher_masked_by on entry_voucher (masked_by) where masked_by is not null;

-- Entries of a compound come one after another: numbered, in a month that is open, and never the reversal of a reversal.
create function entry_enters() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  b books;
  earliest text;
begin
  select * into b from books where community_id = new.community_id and compound_id = new.compound_id for update;
  if not found then raise exception 'no books are open' using errcode = 'foreign_key_violation', constraint = 'entry_books'; end if;
  if new.occurred_on < b.from_day then
    raise exception 'older than the books' using errcode = 'check_violation', constraint = 'entry_before_books';
  end if;
  earliest := coalesce(month_after(b.closed_through), month_of(b.from_day));
  -- what comes late counts in the first month that is open, and keeps its own day
  new.period := coalesce(new.period, greatest(month_of(new.occurred_on), earliest));
  if new.period < earliest then
    raise exception '% is closed', new.period using errcode = 'check_violation', constraint = 'entry_period_closed';
  end if;
  if new.period < month_of(new.occurred_on) then
    raise exception 'nothing counts before it happens' using errcode = 'check_violation', constraint = 'entry_period_early';
  end if;
  if exists (select 1 from entry where community_id = new.community_id and compound_id = new.compound_id and id = new.reverses and kind = 'reversal') then
    raise exception 'a reversal is not reversed' using errcode = 'check_violation', constraint = 'entry_reversal_itself';
  end if;
  update books set last_number = last_number + 1 where community_id = new.community_id and compound_id = new.compound_id
    returning last_number into new.number;
  return new;
end $$;
create trigger entry_enters before insert on entry for each row execute function entry_enters();

-- Balances and turnovers, in the same transaction and always in the order of accounts.
create function posting_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p record;
begin
  for p in
    select a.community_id, a.compound_id, a.account_id, e.period,
      coalesce(sum(a.fen) filter (where a.side = 'debit'), 0) as debit, coalesce(sum(a.fen) filter (where a.side = 'credit'), 0) as credit
    from added a join entry e on e.community_id = a.community_id and e.compound_id = a.compound_id and e.id = a.entry_id
    group by 1, 2, 3, 4 order by 1, 2, 3, 4
  loop
    update account set balance_fen = balance_fen + p.debit - p.credit
      where community_id = p.community_id and compound_id = p.compound_id and id = p.account_id;
    insert into account_month as m values (p.community_id, p.compound_id, p.account_id, p.period, p.debit, p.credit)
      on conflict (community_id, compound_id, account_id, period)
      do update set debit_fen = m.debit_fen + excluded.debit_fen, credit_fen = m.credit_fen + excluded.credit_fen;
  end loop;
  return null;
end $$;
create trigger posting_counts after insert on posting referencing new table as added for each statement execute function posting_counts();

-- At the end of the transaction, whoever wrote it: both sides are equal, all lines are there and no more, a reversal mirrors what it
-- reverses, and money does not go out without its paper. shared/entry/kinds.ts names the kinds that need one.
create function entry_must_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e entry;
  n integer;
  debit bigint;
  credit bigint;
begin
  select * into e from entry where community_id = new.community_id and compound_id = new.compound_id
    and id = (to_jsonb(new) ->> case tg_table_name when 'entry' then 'id' else 'entry_id' end)::uuid;
  select count(*), coalesce(sum(fen) filter (where side = 'debit'), 0), coalesce(sum(fen) filter (where side = 'credit'), 0) into n, debit, credit
    from posting where community_id = e.community_id and compound_id = e.compound_id and entry_id = e.id;
  if n <> e.lines or debit <> e.total_fen or credit <> e.total_fen then
    raise exception 'entry % has % lines, % debit and % credit', e.id, n, debit, credit using errcode = 'check_violation', constraint = 'entry_balanced';
  end if;
  if e.kind in ('refunded', 'managerPaid', 'advanced', 'repaid', 'spent', 'fundSpent', 'fundReturned') and not exists (select 1 from entry_voucher v
      where v.community_id = e.community_id and v.compound_id = e.compound_id and v.entry_id = e.id) then
    raise exception 'entry % has no voucher', e.id using errcode = 'check_violation', constraint = 'entry_vouched';
  end if;
  if e.reverses is not null and exists (
      select account_id, side, fen from posting where community_id = e.community_id and compound_id = e.compound_id and entry_id = e.id
      except all
      select account_id, case side when 'debit' then 'credit' else 'debit' end, fen from posting
        where community_id = e.community_id and compound_id = e.compound_id and entry_id = e.reverses) then
    raise exception 'entry % does not mirror what it reverses', e.id using errcode = 'check_violation', constraint = 'entry_mirrors';
  end if;
  return null;
end $$;
create constraint trigger entry_must_balance after insert on entry deferrable initially deferred for each row execute function entry_must_balance();
create constraint trigger entry_must_balance after insert on posting deferrable initially deferred for each row execute function entry_must_balance();

create function posted_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'what is posted never changes' using errcode = 'check_violation', constraint = 'posted_is_frozen';
end $$;
create trigger frozen before update or delete on entry for each row execute function posted_is_frozen();
create trigger frozen before update or delete on posting for each row execute function posted_is_frozen();
create trigger frozen_whole before truncate on entry for each statement execute function posted_is_frozen();
create trigger frozen_whole before truncate on posting for each statement execute function posted_is_frozen();
create trigger frozen before delete on entry_voucher for each row execute function posted_is_frozen();
create trigger frozen_masked before update on entry_voucher for each row when (old.masked_photo_id is not null
  or (old.photo_id, old.entry_id, old.compound_id) is distinct from (new.photo_id, new.entry_id, new.compound_id)) execute function posted_is_frozen();
-- a month that is closed stays so
create function closed_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a closed month stays closed' using errcode = 'check_violation', constraint = 'closed_stays';
end $$;
create trigger closed_stays before update of closed_through on books for each row
  when (old.closed_through is not null and (new.closed_through is null or new.closed_through < old.closed_through)) execute function closed_stays();

-- One entry with its lines, by the keys of its accounts. Whoever calls it is bound by their own rights.
create function post_entry(of_community uuid, of_compound uuid, of_entry uuid, of_kind text, on_day date, on_at timestamptz, by_person uuid, by_role text,
  with_memo text, hash bytea, keys text[], sides text[], fens bigint[]) returns table (number integer, period text) language plpgsql as $$
begin
  insert into entry (community_id, compound_id, id, kind, occurred_on, recorded_at, recorded_by, recorded_as, lines, total_fen, memo, sent_hash)
    values (of_community, of_compound, of_entry, of_kind, on_day, on_at, by_person, by_role, cardinality(keys),
      (select coalesce(sum(l.fen), 0) from unnest(sides, fens) l(side, fen) where l.side = 'debit'), with_memo, hash);
  insert into posting (community_id, compound_id, entry_id, line, account_id, side, fen)
    select of_community, of_compound, of_entry, l.n, a.id, l.side, l.fen from unnest(keys, sides, fens) with ordinality l(key, side, fen, n)
    join account a on a.community_id = of_community and a.compound_id = of_compound and a.key = l.key;
  return query select e.number, e.period from entry e where e.community_id = of_community and e.compound_id = of_compound and e.id = of_entry;
end $$;
-- The mirror of an entry, under a number of its own.
create function reverse_entry(of_community uuid, of_compound uuid, of_entry uuid, new_entry uuid, on_at timestamptz, by_person uuid, by_role text, why text, hash bytea)
returns table (number integer, period text) language plpgsql as $$
begin
  insert into entry (community_id, compound_id, id, kind, occurred_on, recorded_at, recorded_by, recorded_as, lines, total_fen, memo, reverses, sent_hash)
    select e.community_id, e.compound_id, new_entry, 'reversal', day_in_china(on_at), on_at, by_person, by_role, e.lines, e.total_fen, why, e.id, hash
    from entry e where e.community_id = of_community and e.compound_id = of_compound and e.id = of_entry;
  insert into posting (community_id, compound_id, entry_id, line, account_id, side, fen)
    select p.community_id, p.compound_id, new_entry, p.line, p.account_id, case p.side when 'debit' then 'credit' else 'debit' end, p.fen
    from posting p where p.community_id = of_community and p.compound_id = of_compound and p.entry_id = of_entry;
  return query select e.number, e.period from entry e where e.community_id = of_community and e.compound_id = of_compound and e.id = new_entry;
end $$;
-- A month is closed for good, the next in order alone; statements do it when they are published.
create function close_month(of_community uuid, of_compound uuid, month text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update books set closed_through = month where community_id = of_community and compound_id = of_compound
    and compound_id = any (my_desk_books()) and month = coalesce(month_after(closed_through), month_of(from_day));
  if not found then raise exception '% is not the next', month using errcode = 'check_violation', constraint = 'books_in_order'; end if;
end $$;
