-- Whom a line about money concerns. shared/inbox/booksAudience.ts says the same, and a test holds the two together. Which compound it is
-- stands in the line itself, and which home, where one is meant.
create function books_audience_of(of_action text) returns text[] language sql immutable as $$
  select case of_action
    when 'lease.added' then array['home']
    when 'lease.ended' then array['home']
    when 'charge.lowered' then array['home']
    when 'fund.received' then array['home']
    when 'wait.added' then array['keepers']
    when 'wait.ended' then array['home']
    when 'space.groundSet' then array['owners']
    when 'split.set' then array['owners', 'approvers']
    when 'advance.added' then array['owners', 'approvers']
    when 'advance.repaid' then array['approvers']
    when 'fund.returned' then array['paid', 'approvers']
    when 'entry.reversed' then array['approvers']
    else array[]::text[] end
$$;
create function concerned_by_books(of_community uuid, of_compound uuid, of_home uuid, of_subject uuid, audience text[], on_day date) returns setof uuid
language sql stable as $$
  select t.person_id from home_tie t
    where 'home' = any (audience) and t.community_id = of_community and t.home_id = of_home and t.person_id is not null
      and t.from_day <= on_day and (t.to_day is null or t.to_day >= on_day)
  union
  select t.person_id from fund_home f join home_tie t on t.community_id = f.community_id and t.home_id = f.home_id
    where 'paid' = any (audience) and f.community_id = of_community and f.compound_id = of_compound and f.resolution_id = of_subject and f.paid_fen > 0
      and t.person_id is not null and t.from_day <= on_day and (t.to_day is null or t.to_day >= on_day)
  union
  select t.person_id from home h join home_tie t on t.community_id = h.community_id and t.home_id = h.id
    where 'owners' = any (audience) and h.community_id = of_community and h.compound_id = of_compound and t.kind = 'owner'
      and t.person_id is not null and t.from_day <= on_day and (t.to_day is null or t.to_day >= on_day)
  union
  select g.person_id from role_grant g
    where g.community_id = of_community and g.compound_id = of_compound and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
      and (('keepers' = any (audience) and g.role = 'bookkeeper')
        or ('approvers' = any (audience) and g.role in ('committeeMember', 'committeeDirector', 'branchSecretary', 'supervisor')))
$$;

create function books_tell() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  bucket timestamptz := date_trunc('hour', new.at);
begin
  with told as (
    insert into inbox as i (community_id, person_id, subject_kind, subject_id, hour, entry_id, action, actor_id, actor_role, after, at)
    select new.community_id, c.person, new.subject_kind, new.subject_id, bucket, new.id, new.action, new.actor_id, new.actor_role, new.after, new.at
    from concerned_by_books(new.community_id, (new.after ->> 'compoundId')::uuid, (new.after ->> 'homeId')::uuid, new.subject_id,
      books_audience_of(new.action), day_in_china(new.at)) c(person)
    join person p on p.id = c.person and p.erased_at is null
    where c.person is distinct from new.actor_id
    -- always in one order, so that two at once wait for each other instead of for ever
    order by c.person
    on conflict (person_id, subject_id, hour) do update set entry_id = excluded.entry_id, action = excluded.action,
      actor_id = excluded.actor_id, actor_role = excluded.actor_role, after = excluded.after, times = i.times + 1, at = excluded.at, read_at = null
    returning community_id, id, person_id
  )
  insert into outbox (community_id, inbox_id, person_id, at) select community_id, id, person_id, new.at from told
  on conflict (community_id, inbox_id) where sent_at is null do nothing;
  return null;
end $$;
create trigger books_tell after insert on record for each row
  when (new.subject_kind in ('books', 'entry', 'lease', 'wait', 'charge', 'fund', 'split', 'advance')) execute function books_tell();
