-- Every mistake has a mend: what was laid out, lowered or given back wrongly is reversed with the rows beside it, and a rule that was set
-- wrongly is superseded as long as its month is not published.

-- An advance that was entered wrongly is owed no more; not once something was paid back.
alter table advance add column reversed_by uuid,
  add foreign key (community_id, compound_id, reversed_by) references entry,
  add constraint advance_untouched check (reversed_by is null or repaid_fen = 0);
alter table lowering add column reversed_by uuid,
  add foreign key (community_id, compound_id, reversed_by) references entry;

create or replace function lowering_counts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  sign integer := case when tg_op = 'INSERT' then 1 else -1 end;
begin
  update charge set lowered_fen = lowered_fen + sign * new.fen, paid_fen = paid_fen - sign * new.prepaid_fen
    where community_id = new.community_id and compound_id = new.compound_id and id = new.charge_id;
  perform hold_more(new.community_id, new.compound_id, new.held_of, sign * new.prepaid_fen, 0);
  return null;
end $$;
create trigger lowering_counts_back after update of reversed_by on lowering for each row
  when (old.reversed_by is null and new.reversed_by is not null) execute function lowering_counts();

-- As before; and what was taken off charges stands again, paid from what is held of it.
create or replace function receipt_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update charge c set paid_fen = c.paid_fen - p.fen from payment_part p
    where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.reverses
      and c.community_id = p.community_id and c.compound_id = p.compound_id and c.id = p.charge_id;
  update receipt set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and id = new.reverses;
  update lowering set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and entry_id = new.reverses;
  return null;
end $$;

-- As before; and an advance goes, and what was given back of a fund is in it again: it takes money as it did before.
create or replace function fund_and_advance_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update fund_home h set paid_fen = h.paid_fen - greatest(p.fen, 0), returned_fen = h.returned_fen - greatest(-p.fen, 0) from fund_payment p
    where p.community_id = new.community_id and p.compound_id = new.compound_id and p.entry_id = new.reverses
      and h.community_id = p.community_id and h.compound_id = p.compound_id and h.resolution_id = p.resolution_id and h.pledge_id = p.pledge_id;
  update fund f set closed_at = null
    where f.community_id = new.community_id and f.compound_id = new.compound_id and f.closed_at is not null
      and exists (select 1 from fund_payment p where p.community_id = f.community_id and p.compound_id = f.compound_id
        and p.resolution_id = f.resolution_id and p.entry_id = new.reverses and p.fen < 0)
      and not exists (select 1 from fund_payment p where p.community_id = f.community_id and p.compound_id = f.compound_id
        and p.resolution_id = f.resolution_id and p.fen < 0
        and not exists (select 1 from entry r where r.community_id = p.community_id and r.compound_id = p.compound_id and r.reverses = p.entry_id));
  update repayment set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and entry_id = new.reverses;
  update advance set reversed_by = new.id where community_id = new.community_id and compound_id = new.compound_id and id = new.reverses;
  return null;
end $$;

-- Of one source and month the rule that was set last holds.
alter table split_rule add column superseded_by uuid,
  add foreign key (community_id, compound_id, superseded_by) references split_rule deferrable initially deferred,
  drop constraint split_rule_once;
create unique index split_rule_holds on split_rule (community_id, compound_id, account_id, from_period) where superseded_by is null;
create function split_supersedes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- one after another, and what was published was divided by the rule that held then
  perform 1 from books b where b.community_id = new.community_id and b.compound_id = new.compound_id for update;
  if exists (select 1 from books b where b.community_id = new.community_id and b.compound_id = new.compound_id and b.closed_through >= new.from_period) then
    raise exception '% is closed', new.from_period using errcode = 'check_violation', constraint = 'split_past';
  end if;
  update split_rule set superseded_by = new.id where community_id = new.community_id and compound_id = new.compound_id
    and account_id = new.account_id and from_period = new.from_period and superseded_by is null;
  return new;
end $$;
create trigger split_supersedes before insert on split_rule for each row execute function split_supersedes();
