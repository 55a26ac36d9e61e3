-- Spending of a compound's money: asked for by one, approved by two people of two bodies, paid, and in the books only with its paper.
create table spending (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  words text not null check (words <> '' and length(words) <= 200),
  fen bigint not null check (fen between 1 and 10000000000),
  -- the use it is for, or that of the fund it is paid from
  account_id uuid not null,
  fund_of uuid,
  -- that allows more than the compound's limit
  resolution_id uuid,
  state text not null check (state in ('asked', 'approved', 'gap', 'paid', 'declined', 'withdrawn', 'reversed')),
  asked_by uuid not null references person,
  asked_as text not null,
  asked_at timestamptz not null,
  sent_hash bytea not null check (octet_length(sent_hash) = 32),
  declined_by uuid references person,
  declined_body text check (declined_body in ('committee', 'branch', 'supervisors')),
  declined_at timestamptz,
  reason text check (reason <> '' and length(reason) <= 200),
  paid_from text check (paid_from in ('cash', 'bank', 'wechat')),
  paid_on date,
  paid_at timestamptz,
  entry_id uuid,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, account_id) references account,
  foreign key (community_id, compound_id, fund_of) references fund,
  foreign key (community_id, resolution_id) references resolution,
  foreign key (community_id, compound_id, entry_id) references entry,
  constraint spending_entry unique (community_id, compound_id, entry_id),
  check ((state = 'declined') = (declined_at is not null) and num_nonnulls(declined_by, declined_body, declined_at, reason) in (0, 4)),
  check ((state in ('gap', 'paid', 'reversed')) = (paid_on is not null) and num_nonnulls(paid_from, paid_on, paid_at) in (0, 3)),
  -- what is in the books was paid, and what was paid without its paper is not in the books
  constraint spending_posted check ((state in ('paid', 'reversed')) = (entry_id is not null))
);
create index spending_in_order on spending (community_id, compound_id, asked_at desc nulls first, id desc nulls first);
create index spending_to_do on spending (community_id, compound_id, state) where state in ('asked', 'approved', 'gap');
create index spending_by on spending (asked_by);

-- One for each body, and no person twice.
create table spending_approval (
  community_id uuid not null,
  compound_id uuid not null,
  spending_id uuid not null,
  body text not null check (body in ('committee', 'branch', 'supervisors')),
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (community_id, compound_id, spending_id, body),
  foreign key (community_id, compound_id, spending_id) references spending,
  constraint spending_approval_person unique (community_id, compound_id, spending_id, person_id)
);
create index spending_approval_by on spending_approval (person_id);

-- Asked for in order: for a use that is one, above the limit only by a resolution of the compound.
create function spending_asked() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state <> 'asked' then raise exception 'a spending is asked for first' using errcode = 'check_violation', constraint = 'spending_moves'; end if;
  if not exists (select 1 from account a where a.community_id = new.community_id and a.compound_id = new.compound_id and a.id = new.account_id
      and case when new.fund_of is null then a.kind = 'expense' and a.key <> 'expense.manager'
        else exists (select 1 from fund f where f.community_id = a.community_id and f.compound_id = a.compound_id
          and f.resolution_id = new.fund_of and f.account_id = a.id) end) then
    raise exception 'not an account to spend for' using errcode = 'check_violation', constraint = 'spending_account';
  end if;
  if new.resolution_id is not null and not exists (select 1 from resolution r where r.community_id = new.community_id
      and r.id = new.resolution_id and r.compound_id = new.compound_id and r.published and r.state <> 'dropped') then
    raise exception 'no resolution of this compound' using errcode = 'check_violation', constraint = 'spending_resolution';
  end if;
  -- a fund was called for by its own resolution
  if new.resolution_id is null and new.fund_of is null and new.fen > (select spend_limit_fen from books
      where community_id = new.community_id and compound_id = new.compound_id) then
    raise exception 'above the limit without a resolution' using errcode = 'check_violation', constraint = 'spending_limit';
  end if;
  return new;
end $$;
create trigger spending_asked before insert on spending for each row execute function spending_asked();

-- Who approves sits in the body, and did not ask for it.
create function spending_approved() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s spending;
begin
  select * into s from spending where community_id = new.community_id and compound_id = new.compound_id and id = new.spending_id for update;
  if s.state is distinct from 'asked' then
    raise exception 'nothing to approve' using errcode = 'check_violation', constraint = 'spending_moves';
  end if;
  if s.asked_by = new.person_id then
    raise exception 'nobody approves their own' using errcode = 'check_violation', constraint = 'spending_own';
  end if;
  if not exists (select 1 from role_grant g where g.person_id = new.person_id and g.community_id = new.community_id and g.compound_id = new.compound_id
      and g.role = any (case new.body when 'committee' then array['committeeMember', 'committeeDirector'] when 'branch' then array['branchSecretary']
        else array['supervisor'] end)
      and g.from_day <= day_in_china(new.at) and (g.to_day is null or g.to_day >= day_in_china(new.at))) then
    raise exception 'does not sit in that body' using errcode = 'check_violation', constraint = 'spending_body';
  end if;
  return new;
end $$;
create trigger spending_approved before insert on spending_approval for each row execute function spending_approved();

-- Every legal move; shared/spending/states.ts has the same table.
create function spending_moves() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if (old.state, new.state) not in (('asked', 'approved'), ('asked', 'declined'), ('asked', 'withdrawn'), ('approved', 'withdrawn'),
      ('approved', 'paid'), ('approved', 'gap'), ('gap', 'paid'), ('paid', 'reversed')) then
    raise exception 'a spending does not go from % to %', old.state, new.state using errcode = 'check_violation', constraint = 'spending_moves';
  end if;
  if new.state = 'approved' and (select count(*) from spending_approval a where a.community_id = new.community_id
      and a.compound_id = new.compound_id and a.spending_id = new.id) < 2 then
    raise exception 'two bodies approve' using errcode = 'check_violation', constraint = 'spending_two_bodies';
  end if;
  return new;
end $$;
create trigger spending_moves before update of state on spending for each row when (old.state is distinct from new.state) execute function spending_moves();
create function spending_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'what was asked for and approved never changes' using errcode = 'check_violation', constraint = 'spending_is_frozen';
end $$;
create trigger frozen before update on spending for each row
  when ((old.words, old.fen, old.account_id, old.fund_of, old.resolution_id, old.asked_by, old.asked_at)
    is distinct from (new.words, new.fen, new.account_id, new.fund_of, new.resolution_id, new.asked_by, new.asked_at)
    or (old.entry_id is not null and new.entry_id is distinct from old.entry_id)
    or (old.paid_on is not null and (new.paid_on, new.paid_from) is distinct from (old.paid_on, old.paid_from)))
  execute function spending_is_frozen();
create trigger frozen_row before delete on spending for each row execute function spending_is_frozen();
create trigger frozen before update or delete on spending_approval for each row execute function spending_is_frozen();

-- At the end of the transaction, whoever wrote it: what went out as a spending is one that was approved, to the fen and for its use.
create function spending_is_behind() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e entry;
begin
  select * into e from entry where community_id = new.community_id and compound_id = new.compound_id
    and id = (to_jsonb(new) ->> case tg_table_name when 'entry' then 'id' else 'entry_id' end)::uuid;
  if not exists (select 1 from spending s join posting p on p.community_id = s.community_id and p.compound_id = s.compound_id
      and p.entry_id = s.entry_id and p.account_id = s.account_id and p.side = 'debit' and p.fen = s.fen
    where s.community_id = e.community_id and s.compound_id = e.compound_id and s.entry_id = e.id and e.total_fen = s.fen
      and e.occurred_on = s.paid_on and e.kind = case when s.fund_of is null then 'spent' else 'fundSpent' end) then
    raise exception 'entry % has no spending behind it', e.id using errcode = 'check_violation', constraint = 'spending_is_behind';
  end if;
  return null;
end $$;
create constraint trigger spending_is_behind after insert on entry deferrable initially deferred for each row
  when (new.kind in ('spent', 'fundSpent')) execute function spending_is_behind();
create constraint trigger spending_is_behind after update of entry_id on spending deferrable initially deferred for each row
  when (new.entry_id is not null) execute function spending_is_behind();
create function spending_undone() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update spending set state = 'reversed' where community_id = new.community_id and compound_id = new.compound_id and entry_id = new.reverses;
  return null;
end $$;
create trigger spending_undone after insert on entry for each row when (new.reverses is not null) execute function spending_undone();

call bind_rows('spending');
call bind_rows('spending_approval');
create policy reads on spending for select to app using (compound_id = any ((select my_books())::uuid[]));
create policy asks on spending for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]) and asked_by = (select me()));
create policy moves on spending for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
create policy reads on spending_approval for select to app using (compound_id = any ((select my_books())::uuid[]));
create policy approves on spending_approval for insert to app with check (
  compound_id = any ((select my_desk_books())::uuid[]) and person_id = (select me()));
-- what somebody asked for and approved stays theirs to see
create policy mine on spending for select to app using (asked_by = (select me()));
create policy mine on spending_approval for select to app using (person_id = (select me()));
grant select, insert, update (state, declined_by, declined_body, declined_at, reason, paid_from, paid_on, paid_at, entry_id) on spending to app;
grant select, insert on spending_approval to app;
