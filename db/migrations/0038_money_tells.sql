-- Whom a line about money concerns: homes of what they owe and rent, approvers of what is asked for, the bookkeeper of what may be paid, owners of
-- what is published, keepers and the property company of what is asked about it. shared/inbox/booksAudience.ts says the same, and a test holds the
-- two together. Which compound it is stands in the line itself, and which home, where one is meant.
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
    when 'spending.asked' then array['approvers']
    when 'spending.approved' then array['asker', 'keepers']
    when 'spending.declined' then array['asker']
    when 'spending.paid' then array['asker']
    when 'statement.published' then array['owners']
    when 'statement.asked' then array['keepers', 'company']
    when 'statement.reminded' then array['keepers', 'company']
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
  union
  select s.asked_by from spending s where 'asker' = any (audience) and s.community_id = of_community and s.compound_id = of_compound and s.id = of_subject
  union
  select g.person_id from engagement e join role_grant g on g.organisation_id = e.organisation_id and g.role = 'responder'
      and g.from_day <= on_day and (g.to_day is null or g.to_day >= on_day)
    where 'company' = any (audience) and e.community_id = of_community and e.compound_id = of_compound
      and e.from_day <= on_day and (e.to_day is null or e.to_day >= on_day)
$$;

create function books_tell() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform tell(new, array(select concerned_by_books(new.community_id, (new.after ->> 'compoundId')::uuid, (new.after ->> 'homeId')::uuid,
    new.subject_id, books_audience_of(new.action), day_in_china(new.at))));
  return null;
end $$;
create trigger books_tell after insert on record for each row when (new.subject_kind in ('books', 'entry', 'lease', 'wait', 'charge', 'fund', 'split',
  'advance', 'spending', 'statement')) execute function books_tell();
