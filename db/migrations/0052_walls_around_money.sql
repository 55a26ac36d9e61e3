-- What moves money is held by the money and not by the word that stands beside it: whichever kind an entry says it is, it moves only what
-- that kind moves, and only with what has to be behind it.

-- What an account is to an entry: one of a sort, or itself.
create function part_of(kind text, key text) returns text language sql immutable as $$
  select case when kind in ('money', 'income') then kind when key = 'expense.manager' then 'managerExpense' when kind = 'expense' then kind
    when key like 'fund.%' then 'fund' else key end
$$;
-- The sides on which a kind of entry moves something; shared/entry/lines.ts has the same table.
create function lines_of(kind text) returns text[] language sql immutable as $$
  select case kind
    when 'opening' then array['debit money', 'debit opening', 'credit opening', 'credit prepaid', 'credit deposit', 'credit advance']
    when 'manual' then array['debit money', 'credit money', 'credit income', 'debit expense', 'credit expense']
    when 'charged' then array['debit due', 'credit unpaid']
    when 'lowered' then array['debit unpaid', 'credit due', 'debit income', 'credit prepaid']
    when 'received' then array['debit money', 'debit unpaid', 'credit due', 'credit income', 'credit prepaid']
    when 'visitor' then array['debit money', 'credit income']
    when 'applied' then array['debit prepaid', 'debit unpaid', 'credit due', 'credit income']
    when 'deposited' then array['debit money', 'credit deposit']
    when 'refunded' then array['debit prepaid', 'debit deposit', 'credit money']
    when 'split' then array['debit managerExpense', 'credit managerShare', 'debit managerShare', 'credit managerExpense']
    when 'managerPaid' then array['debit managerShare', 'credit money']
    when 'advanced' then array['debit expense', 'credit advance']
    when 'repaid' then array['debit advance', 'credit money']
    when 'spent' then array['debit expense', 'credit money']
    when 'fundReceived' then array['debit money', 'credit fund']
    when 'fundSpent' then array['debit fund', 'credit money']
    when 'fundReturned' then array['debit fund', 'credit money']
  end
$$;

-- So much of bank fees goes by hand in a month; more is asked for and approved like any spending. shared/entry/lines.ts says the same.
create function fees_at_most() returns bigint language sql immutable as $$ select 20000::bigint $$;
-- What was entered by hand as spent in a month and not taken back.
create function fees_by_hand(of_community uuid, of_compound uuid, month text) returns bigint language sql stable as $$
  select coalesce(sum(p.fen), 0)::bigint from entry e
  join posting p on p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id and p.side = 'debit'
  join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id and a.kind = 'expense'
  where e.community_id = of_community and e.compound_id = of_compound and e.period = month and e.kind = 'manual'
    and not exists (select 1 from entry r where r.community_id = e.community_id and r.compound_id = e.compound_id and r.reverses = e.id)
$$;

-- At the end of the transaction, whoever wrote it.
create function entry_must_be_allowed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  behind bigint;
begin
  if new.kind = 'reversal' then return null; end if;
  if exists (select 1 from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
      where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.id
        and ((p.side || ' ' || part_of(a.kind, a.key)) <> all (lines_of(new.kind)) or (new.kind = 'manual' and not a.by_hand))) then
    raise exception 'entry % moves what is not moved by %', new.id, new.kind using errcode = 'check_violation', constraint = 'entry_lines_of_kind';
  end if;
  if new.kind = 'manual' and exists (select 1 from posting p
      join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id and a.kind = 'expense'
      where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.id and p.side = 'debit') then
    if not exists (select 1 from entry_voucher v where v.community_id = new.community_id and v.compound_id = new.compound_id and v.entry_id = new.id) then
      raise exception 'entry % has no voucher', new.id using errcode = 'check_violation', constraint = 'entry_vouched';
    end if;
    if fees_by_hand(new.community_id, new.compound_id, new.period) > fees_at_most() then
      raise exception 'more than a bank fee goes by hand in %', new.period using errcode = 'check_violation', constraint = 'entry_fees';
    end if;
  end if;
  -- the row for which money goes out or is owed, of the same sum
  behind := case new.kind
    when 'refunded' then (select r.fen from receipt r where r.community_id = new.community_id and r.compound_id = new.compound_id
      and r.id = new.id and r.kind = 'refund')
    when 'advanced' then (select v.total_fen from advance v where v.community_id = new.community_id and v.compound_id = new.compound_id and v.id = new.id)
    when 'repaid' then (select sum(r.fen) from repayment r where r.community_id = new.community_id and r.compound_id = new.compound_id
      and r.entry_id = new.id)
    when 'fundReturned' then (select -sum(f.fen) from fund_payment f where f.community_id = new.community_id and f.compound_id = new.compound_id
      and f.entry_id = new.id)
    else new.total_fen end;
  if behind is distinct from new.total_fen then
    raise exception 'entry % has nothing of its sum behind it', new.id using errcode = 'check_violation', constraint = 'entry_is_behind';
  end if;
  if new.kind = 'managerPaid' and exists (select 1 from account a where a.community_id = new.community_id and a.compound_id = new.compound_id
      and a.key = 'managerShare' and a.balance_fen > 0) then
    raise exception 'the manager is paid more than its share' using errcode = 'check_violation', constraint = 'entry_manager_over';
  end if;
  return null;
end $$;
create constraint trigger entry_must_be_allowed after insert on entry deferrable initially deferred for each row execute function entry_must_be_allowed();

-- As before; and a reversal has every line of what it reverses, and not some of them.
create or replace function entry_must_balance() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
  if e.reverses is not null and (exists (select 1 from entry f where f.community_id = e.community_id and f.compound_id = e.compound_id
        and f.id = e.reverses and (f.lines, f.total_fen) is distinct from (e.lines, e.total_fen))
      or exists (
        select account_id, side, fen from posting where community_id = e.community_id and compound_id = e.compound_id and entry_id = e.id
        except all
        select account_id, case side when 'debit' then 'credit' else 'debit' end, fen from posting
          where community_id = e.community_id and compound_id = e.compound_id and entry_id = e.reverses)) then
    raise exception 'entry % does not mirror what it reverses', e.id using errcode = 'check_violation', constraint = 'entry_mirrors';
  end if;
  return null;
end $$;

-- As before; and nothing counts in a month that has not come: in that of the day on which it is written down, or in the first that is open.
create or replace function entry_enters() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
  if new.period > greatest(month_of(day_in_china(new.recorded_at)), earliest) then
    raise exception '% has not come', new.period using errcode = 'check_violation', constraint = 'entry_period_late';
  end if;
  if exists (select 1 from entry where community_id = new.community_id and compound_id = new.compound_id and id = new.reverses and kind = 'reversal') then
    raise exception 'a reversal is not reversed' using errcode = 'check_violation', constraint = 'entry_reversal_itself';
  end if;
  update books set last_number = last_number + 1 where community_id = new.community_id and compound_id = new.compound_id
    returning last_number into new.number;
  return new;
end $$;

-- A month is closed by its statement and by nothing else: at the end of the transaction there is one for each month that it closed.
create function closed_is_published() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  missing text;
begin
  select min(to_char(m, 'YYYY-MM')) into missing
    from generate_series(coalesce((old.closed_through || '-01')::date + interval '1 month', new.from_day), (new.closed_through || '-01')::date, interval '1 month') m
    where not exists (select 1 from statement s where s.community_id = new.community_id and s.compound_id = new.compound_id and s.period = to_char(m, 'YYYY-MM'));
  if missing is not null then
    raise exception '% is closed without a statement', missing using errcode = 'check_violation', constraint = 'closed_is_published';
  end if;
  return null;
end $$;
create constraint trigger closed_is_published after update of closed_through on books deferrable initially deferred for each row
  when (new.closed_through is distinct from old.closed_through) execute function closed_is_published();

do $$ declare f text; begin
  foreach f in array array['fees_by_hand(uuid, uuid, text)', 'fees_at_most()', 'lines_of(text)', 'part_of(text, text)'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;
