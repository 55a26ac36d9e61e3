-- What was there when the books were opened: money, and what was owed and held. All of it against the balance of that day, on the first day,
-- and only while the first month is open.

-- So much of an advance had been paid back before there were books: its schedule goes on from there.
alter table advance add column before_fen bigint not null default 0 check (before_fen >= 0 and before_fen < total_fen),
  add constraint advance_begun check (repaid_fen >= before_fen),
  drop constraint advance_untouched, add constraint advance_untouched check (reversed_by is null or repaid_fen = before_fen);
create function advance_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.before_fen > 0 and not exists (select 1 from entry e where e.community_id = new.community_id and e.compound_id = new.compound_id
      and e.id = new.id and e.kind = 'opening') then
    raise exception 'nothing was paid back before it was laid out' using errcode = 'check_violation', constraint = 'advance_begun';
  end if;
  new.repaid_fen := new.before_fen;
  new.reversed_by := null;
  return new;
end $$;
create trigger advance_begins before insert on advance for each row execute function advance_begins();

-- A deposit or a prepayment that was held before there were books, of a lease or of a home.
create table carried_over (
  community_id uuid not null,
  compound_id uuid not null,
  -- that of its entry as well
  id uuid not null,
  lease_id uuid,
  home_id uuid,
  prepaid_fen bigint not null check (prepaid_fen >= 0),
  deposit_fen bigint not null check (deposit_fen >= 0),
  at timestamptz not null,
  reversed_by uuid,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, id) references entry,
  foreign key (community_id, compound_id, lease_id) references lease,
  foreign key (community_id, home_id) references home,
  foreign key (community_id, compound_id, reversed_by) references entry,
  check (num_nonnulls(lease_id, home_id) = 1),
  check ((prepaid_fen = 0) <> (deposit_fen = 0))
);
create index carried_over_of_lease on carried_over (community_id, compound_id, lease_id) where lease_id is not null;
create index carried_over_of_home on carried_over (community_id, home_id) where home_id is not null;
call bind_rows('carried_over');
create policy keeps on carried_over for select to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy adds on carried_over for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]));
grant select, insert on carried_over to app;
create function carried_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sign integer := case when tg_op = 'INSERT' then 1 else -1 end;
begin
  perform hold_more(new.community_id, new.compound_id, coalesce(new.lease_id, new.home_id), sign * new.prepaid_fen, sign * new.deposit_fen);
  return null;
end $$;
create trigger carried_counts after insert on carried_over for each row execute function carried_counts();
create trigger carried_counts_back after update of reversed_by on carried_over for each row
  when (old.reversed_by is null and new.reversed_by is not null) execute function carried_counts();
create function carried_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update carried_over set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and id = new.reverses;
  return null;
end $$;
create trigger carried_undone after insert on entry for each row when (new.reverses is not null) execute function carried_undone();

-- An opening that was told wrongly is taken back on the day on which it was told of: it never was.
create or replace function reverse_entry(of_community uuid, of_compound uuid, of_entry uuid, new_entry uuid, on_at timestamptz, by_person uuid, by_role text, why text, hash bytea)
returns table (number integer, period text) language plpgsql as $$
begin
  insert into entry (community_id, compound_id, id, kind, occurred_on, recorded_at, recorded_by, recorded_as, lines, total_fen, memo, reverses, sent_hash)
    select e.community_id, e.compound_id, new_entry, 'reversal', case e.kind when 'opening' then e.occurred_on else day_in_china(on_at) end,
      on_at, by_person, by_role, e.lines, e.total_fen, why, e.id, hash
    from entry e where e.community_id = of_community and e.compound_id = of_compound and e.id = of_entry;
  insert into posting (community_id, compound_id, entry_id, line, account_id, side, fen)
    select p.community_id, p.compound_id, new_entry, p.line, p.account_id, case p.side when 'debit' then 'credit' else 'debit' end, p.fen
    from posting p where p.community_id = of_community and p.compound_id = of_compound and p.entry_id = of_entry;
  return query select e.number, e.period from entry e where e.community_id = of_community and e.compound_id = of_compound and e.id = new_entry;
end $$;

-- What stands of the opening of books, without what was taken back.
create index entry_opening on entry (community_id, compound_id) where kind = 'opening';
create function openings_of(of_community uuid, of_compound uuid) returns setof uuid language sql stable as $$
  select e.id from entry e where e.community_id = of_community and e.compound_id = of_compound and e.kind = 'opening'
    and not exists (select 1 from entry r where r.community_id = e.community_id and r.compound_id = e.compound_id and r.reverses = e.id)
$$;
revoke execute on function openings_of(uuid, uuid) from public;
grant execute on function openings_of(uuid, uuid) to app;

-- At the end of the transaction: an opening, and what takes it back, stands on the first day of the books and in their first month. The money that
-- was there is told by one entry; all else has the row behind it, of the same sum and on its own account.
create function opening_is_first() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  behind text;
  beside bigint;
begin
  if new.kind = 'reversal' and not exists (select 1 from entry e where e.community_id = new.community_id and e.compound_id = new.compound_id
      and e.id = new.reverses and e.kind = 'opening') then
    return null;
  end if;
  if not exists (select 1 from books b where b.community_id = new.community_id and b.compound_id = new.compound_id
      and b.from_day = new.occurred_on and month_of(b.from_day) = new.period) then
    raise exception 'entry % opens no books', new.id using errcode = 'check_violation', constraint = 'opening_is_first';
  end if;
  if new.kind = 'reversal' then return null; end if;
  select x.key, x.fen into behind, beside from (
    select 'advance' as key, v.total_fen - v.before_fen as fen from advance v
      where v.community_id = new.community_id and v.compound_id = new.compound_id and v.id = new.id
    union all
    select case when c.prepaid_fen > 0 then 'prepaid' else 'deposit' end, c.prepaid_fen + c.deposit_fen from carried_over c
      where c.community_id = new.community_id and c.compound_id = new.compound_id and c.id = new.id) x;
  if exists (select 1 from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
      where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.id
        and (a.key, p.side) is distinct from ('opening', case when behind is null then 'credit' else 'debit' end)
        and case when behind is null then a.kind <> 'money' else (a.key, p.side, p.fen) is distinct from (behind, 'credit', beside) end)
      or new.total_fen <> coalesce(beside, new.total_fen) then
    raise exception 'entry % has nothing of its sum behind it', new.id using errcode = 'check_violation', constraint = 'entry_is_behind';
  end if;
  if behind is null and (select count(*) from openings_of(new.community_id, new.compound_id) o
      where not exists (select 1 from advance v where v.community_id = new.community_id and v.compound_id = new.compound_id and v.id = o)
        and not exists (select 1 from carried_over c where c.community_id = new.community_id and c.compound_id = new.compound_id and c.id = o)) > 1 then
    raise exception 'the money that was there is told twice' using errcode = 'check_violation', constraint = 'opening_once';
  end if;
  return null;
end $$;
create constraint trigger opening_is_first after insert on entry deferrable initially deferred for each row
  when (new.kind in ('opening', 'reversal')) execute function opening_is_first();
