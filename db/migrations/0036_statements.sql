-- What was published of a month or a year: a text without persons, frozen with its hash, and what owners ask about it.
create table statement (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  period text not null check (period ~ '^\d{4}(-(0[1-9]|1[0-2]))?$'),
  doc jsonb not null,
  text text not null,
  hash text not null,
  published_by uuid not null references person,
  published_at timestamptz not null,
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id) references books,
  constraint statement_once unique (community_id, compound_id, period),
  constraint statement_hash check (hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
create index statement_in_order on statement (community_id, published_at desc nulls first, id desc nulls first);
create index statement_by on statement (published_by);
create table statement_question (
  community_id uuid not null,
  compound_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  -- the line that it is about; empty: the whole
  account_id uuid,
  person_id uuid not null references person,
  -- empty once the person has gone
  words text check (words <> '' and length(words) <= 200),
  at timestamptz not null,
  due_at timestamptz not null check (due_at > at),
  answer text check (answer <> '' and length(answer) <= 200),
  answered_at timestamptz,
  answered_by uuid references person,
  answered_as text,
  -- so often it was reminded of: a day before it is due, and when it is
  reminded integer not null default 0 check (reminded between 0 and 2),
  primary key (community_id, compound_id, id),
  foreign key (community_id, compound_id, statement_id) references statement,
  foreign key (community_id, compound_id, account_id) references account,
  check (num_nonnulls(answer, answered_at, answered_by, answered_as) in (0, 4))
);
create index statement_question_of on statement_question (community_id, compound_id, statement_id, at);
create index statement_question_open on statement_question (due_at) where answered_at is null;
create index statement_question_by on statement_question (person_id);
create index statement_question_answered_by on statement_question (answered_by) where answered_by is not null;

create function statement_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'what was published never changes' using errcode = 'check_violation', constraint = 'statement_is_frozen';
end $$;
create trigger frozen before update or delete on statement for each row execute function statement_is_frozen();
create trigger frozen_whole before truncate on statement for each statement execute function statement_is_frozen();
create trigger frozen before delete on statement_question for each row execute function statement_is_frozen();
-- a question stays as it was asked, an answer as it was given; the words of a person who has gone go
create trigger frozen_words before update on statement_question for each row
  when ((old.statement_id, old.account_id, old.person_id, old.at, old.due_at) is distinct from (new.statement_id, new.account_id, new.person_id, new.at, new.due_at)
    or (new.words is not null and new.words is distinct from old.words)
    or (old.answered_at is not null and (old.answer, old.answered_at, old.answered_by) is distinct from (new.answer, new.answered_at, new.answered_by)))
  execute function statement_is_frozen();
-- What is published is closed: no statement of a month that still takes entries, and none of a year with such a month.
create function statement_is_closed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from books b where b.community_id = new.community_id and b.compound_id = new.compound_id
      and b.closed_through >= case when length(new.period) = 4 then new.period || '-12' else new.period end) then
    raise exception '% is not closed', new.period using errcode = 'check_violation', constraint = 'statement_is_closed';
  end if;
  return null;
end $$;
create constraint trigger statement_is_closed after insert on statement deferrable initially deferred for each row execute function statement_is_closed();

call bind_rows('statement');
call bind_rows('statement_question');
-- to everybody of the community, whoever was given work in it among them
create policy reads on statement for select to app using (community_id = any ((select my_neighbourhoods())::uuid[])
  or community_id in (select e.community_id from engagement e));
create policy publishes on statement for insert to app with check (compound_id = any ((select my_desk_books())::uuid[]) and published_by = (select me()));
create policy reads on statement_question for select to app using (community_id = any ((select my_neighbourhoods())::uuid[])
  or community_id in (select e.community_id from engagement e));
create policy asks on statement_question for insert to app with check (compound_id = any ((select my_books())::uuid[])
  and person_id = (select me()) and answered_at is null);
create policy answers on statement_question for update to app using (compound_id = any ((select my_desk_books())::uuid[]));
-- who published, asked and answered is read by nobody
grant select (community_id, compound_id, id, period, doc, text, hash, published_at), insert on statement to app;
grant select (community_id, compound_id, id, statement_id, account_id, words, at, due_at, answer, answered_at, answered_as), insert,
  update (answer, answered_at, answered_by, answered_as) on statement_question to app;
create function my_questions(of_community uuid, of_compound uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array(select q.id from statement_question q where q.community_id = of_community and q.compound_id = of_compound and q.person_id = me()) $$;
-- whoever answers tells the one who asked, and is not told who it is
create function asker_of(of_community uuid, of_compound uuid, of_question uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select q.person_id from statement_question q where q.community_id = of_community and q.compound_id = of_compound and q.id = of_question
    and of_compound = any (my_desk_books()) $$;
-- all that I asked anywhere, also where I do not live any more
create function asked_by_me() returns table (id uuid, community_id uuid, compound_id uuid, statement_id uuid, account_id uuid, words text, at timestamptz,
  due_at timestamptz, answer text, answered_at timestamptz, answered_as text)
language sql stable security definer set search_path = public, pg_temp as $$
  select q.id, q.community_id, q.compound_id, q.statement_id, q.account_id, q.words, q.at, q.due_at, q.answer, q.answered_at, q.answered_as
  from statement_question q where q.person_id = me() order by q.at $$;
do $$ declare f text; begin
  foreach f in array array['my_questions(uuid, uuid)', 'asker_of(uuid, uuid, uuid)', 'asked_by_me()'] loop
    execute 'revoke execute on function ' || f || ' from public';
    execute 'grant execute on function ' || f || ' to app';
  end loop;
end $$;

create policy ticks on statement_question for select to tick using (true);
create policy reminds on statement_question for update to tick using (true);
grant select (community_id, compound_id, id, statement_id, account_id, at, due_at, answered_at, reminded), update (reminded) on statement_question to tick;
create policy reminds on record for insert to tick with check (actor_id is null and subject_kind = 'statement');

-- The person goes: what they asked stays as a question without its words.
create function forget_questions() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update statement_question set words = null where person_id = new.id;
  return null;
end $$;
create trigger forget_questions after update of erased_at on person for each row
  when (old.erased_at is null and new.erased_at is not null) execute function forget_questions();
