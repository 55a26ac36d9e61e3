-- Of what went through an account in a month: how much came and went with money. A prepayment that turns into income moves none, nor does what the
-- property company laid out or what it is to be given: it is in the books, and in no sum of what came and went.
alter table account_month add column came_fen bigint not null default 0, add column went_fen bigint not null default 0;

-- One entry's part in it. Both sides apart, so that what came and was given back in one month shows twice; a reversal takes back on the side that it
-- reverses, so that a mistake shows nowhere. What is due and not paid cancels out, and is on neither side, and what was there
-- when the books were opened neither came nor went, nor did what takes that back.
create function count_money(e entry) returns void language sql security definer set search_path = public, pg_temp as $$
  update account_month m set came_fen = m.came_fen + c.came, went_fen = m.went_fen + c.went from (
    select p.account_id,
      coalesce(sum(case when e.reverses is null then p.fen else -p.fen end) filter (where (p.side = 'credit') = (e.reverses is null)), 0) as came,
      coalesce(sum(case when e.reverses is null then p.fen else -p.fen end) filter (where (p.side = 'debit') = (e.reverses is null)), 0) as went
    from posting p join account a on a.community_id = p.community_id and a.compound_id = p.compound_id and a.id = p.account_id
    where p.community_id = e.community_id and p.compound_id = e.compound_id and p.entry_id = e.id and a.kind <> 'money' and a.key not in ('due', 'unpaid')
      and e.kind <> 'opening' and not exists (select 1 from entry f
        where f.community_id = e.community_id and f.compound_id = e.compound_id and f.id = e.reverses and f.kind = 'opening')
      and exists (select 1 from posting q join account b on b.community_id = q.community_id and b.compound_id = q.compound_id and b.id = q.account_id
        where q.community_id = e.community_id and q.compound_id = e.compound_id and q.entry_id = e.id and b.kind = 'money')
    group by p.account_id) c
  where m.community_id = e.community_id and m.compound_id = e.compound_id and m.period = e.period and m.account_id = c.account_id
$$;
revoke execute on function count_money(entry) from public;

-- At the end of the transaction, when all lines are there.
create function entry_counts_money() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform count_money(new);
  return null;
end $$;
create constraint trigger entry_counts_money after insert on entry deferrable initially deferred for each row
  execute function entry_counts_money();

do $$ begin perform count_money(e) from entry e; end $$;
